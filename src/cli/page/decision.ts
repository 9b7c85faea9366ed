/** A decision as a page to read: the outcome first, then why, what is missing, what would help, and what it rests on. */
import type { ConsequenceResult, Decision } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import { block, heading, type Screen, say } from "../screen.js";
import { interpretationsSection } from "./interpretations.js";
import { missingSection } from "./missing.js";
import { outcomeLabel, outcomeMark } from "./outcome.js";
import { remediesSection } from "./remedies.js";
import { rulesSection, statusWord } from "./rules.js";
import { cite, quoted, type Sheet, sheetOf } from "./sheet.js";
import { inWords } from "./values.js";

/** Lines without line ends. */
export function decisionPage(screen: Screen, award: Award, decision: Decision): readonly string[] {
  const sheet = sheetOf(screen, award);
  return [
    ...outcomeSection(sheet, decision),
    ...consequencesSection(sheet, decision),
    ...(decision.rules === undefined ? [] : rulesSection(sheet, decision)),
    ...missingSection(sheet, decision),
    ...remediesSection(sheet, decision),
    ...interpretationsSection(sheet, decision),
    ...noticesSection(sheet, decision),
    ...footSection(sheet, decision),
  ];
}

function outcomeSection(sheet: Sheet, decision: Decision): readonly string[] {
  const { screen, award } = sheet;
  const { paint, language } = screen;
  const { mark, style } = outcomeMark(sheet, decision.decision, decision.outcome);
  const label = outcomeLabel(sheet, decision.decision, decision.outcome);
  const code = label === decision.outcome ? "" : `  ${paint.dim(decision.outcome)}`;
  const { pack } = award.files;
  const declared = pack.decisions.find(({ name }) => name === decision.decision);
  const question = declared === undefined ? decision.decision : say(screen, declared.question);
  const asOf = language === "zh" ? `判定日 ${decision.asOf}` : `as of ${decision.asOf}`;
  const asked = decision.id === undefined ? "" : ` · ${decision.id}`;
  return [
    paint.bold(style(`${mark} ${label}`)) + code,
    ...block(screen, 2, question),
    ...block(screen, 2, `${say(screen, pack.title)} ${pack.documentNumber} · ${asOf}${asked}`, { style: paint.dim }),
    ...(decision.outputs ?? []).flatMap((output) =>
      block(
        screen,
        2,
        `${say(screen, output.label)}${language === "zh" ? "：" : ": "}${paint.bold(inWords(award, language, output))} ` +
          paint.cyan(cite(sheet, output.provision)),
      ),
    ),
  ];
}

function consequencesSection(sheet: Sheet, decision: Decision): readonly string[] {
  const consequences = decision.consequences ?? [];
  if (consequences.length === 0) return [];
  const { screen } = sheet;
  const { paint } = screen;
  return [
    ...heading(screen, { zh: "后果", en: "What follows" }),
    ...consequences.flatMap((consequence) => {
      const due = consequence.status === "due";
      const worth = worthOf(sheet, consequence);
      const open = due ? "" : ` (${statusWord(sheet, "undetermined")})`;
      return [
        ...block(screen, 4, say(screen, consequence.says) + worth + open, {
          first: `  ${due ? paint.red("•") : paint.yellow("?")} `,
        }),
        ...block(screen, 4, `${cite(sheet, consequence.provision)} ${quoted(consequence.quote)}`, { style: paint.cyan }),
      ];
    }),
  ];
}

/** The amount or date that goes with a consequence, unless its wording tells it already. */
function worthOf({ screen, award }: Sheet, consequence: ConsequenceResult): string {
  if (consequence.value === undefined) return "";
  const words = inWords(award, screen.language, { ...consequence, value: consequence.value });
  const told = say(screen, consequence.says).replaceAll(" ", "").includes(words.replaceAll(" ", ""));
  return told ? "" : `${screen.language === "zh" ? "：" : ": "}${words}`;
}

function noticesSection({ screen }: Sheet, decision: Decision): readonly string[] {
  if (decision.notices.length === 0) return [];
  return [
    ...heading(screen, { zh: "提示", en: "Notices" }),
    ...decision.notices.flatMap((notice) =>
      block(screen, 4, say(screen, notice.says), { first: `  ${screen.paint.yellow("!")} ` }),
    ),
  ];
}

/** What it takes to check the decision later. */
function footSection({ screen }: Sheet, { ruleset, kernel }: Decision): readonly string[] {
  const digest = ruleset.digest.slice(0, "sha256:".length + 12);
  return ["", screen.paint.dim(`  ${ruleset.id} ${digest}… · kernel ${kernel.version}`)];
}
