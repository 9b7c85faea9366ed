/** What a rule that the ledger names asks, in words. */
import type { Award } from "../kernel/award.js";
import type { PackFiles } from "../kernel/model.js";
import type { Text } from "../kernel/text.js";
import { valueInWords } from "../kernel/wording.js";
import { rulingsOf } from "../pack/rulings.js";

/**
 * @param name `eligibility/operating-years`, `procedure/no-fee`, `procedure/activities/fee`, `obligations/performance-report`, `selection/awards/ties`
 * @returns with the parameters filled in; `null` where it stands in a part that puts nothing in words
 */
export function saysOfRule(award: Award, name: string): Text | null {
  const says = declared(award.files, name);
  return says === null ? null : { zh: filled(award, says, "zh"), en: filled(award, says, "en") };
}

function declared(files: PackFiles, name: string): Text | null {
  const [part = "", ...rest] = name.split("/");
  const within = rest.join("/");
  const rule = files.rules[part]?.find((one) => one.name === within);
  if (rule !== undefined) return rule.event.params.says;
  if (part === "procedure") {
    const [of, activity] = rest;
    if (of === "activities") return files.procedure?.activities.find((one) => one.name === activity)?.label ?? null;
    return files.procedure?.constraints.find((one) => one.name === within)?.says ?? null;
  }
  if (part === "obligations") return files.obligations?.duties.find((one) => one.name === within)?.says ?? null;
  if (part === "selection") return ofSelection(files, within);
  return null;
}

function ofSelection({ selection }: PackFiles, name: string): Text | null {
  if (selection === undefined) return null;
  const stage = selection.stages.find((one) => name === `stages/${one.name}`);
  return stage?.label ?? rulingsOf(selection).find((one) => one.name === name)?.ruling.says ?? null;
}

/** What a decision fills in stays a name. */
function filled({ names }: Award, says: Text, language: keyof Text): string {
  return says[language].replace(/\{([A-Za-z]\w*)\}/g, (whole, named: string) => {
    const name = names.byName.get(named);
    return name?.source === "parameter" ? valueInWords(name.parameter.value, name, language) : whole;
  });
}
