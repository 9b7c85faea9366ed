/** Amounts of two decisions about the same unit, where they are not the same. */
import { visible } from "../../files/visible.js";
import { onlyDueIn, otherOutputs, type Result } from "../../impact/result.js";
import type { JsonValue } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import { block, type Screen, say } from "../screen.js";
import { inWords } from "./values.js";

interface Pair<Of> {
  readonly first: Of;
  readonly second: Of;
}

/** What of outputs and consequences is another: each as the side has it that gives it. */
export function amountLines(
  screen: Screen,
  awards: Pair<Award>,
  decision: string,
  { first, second }: Pair<Result>,
): readonly string[] {
  const line = (text: string) => block(screen, 8, text, { first: "      · " });
  const amount = (award: Award, name: string, value: JsonValue | undefined) =>
    amountInWords(screen, award, outputOf(award, decision, name)?.value.fact, value);
  const due = (award: Award, all: Result["due"]) =>
    all.length === 0 ? "–" : all.map((one) => dueInWords(screen, award, decision, one)).join(", ");
  const [before, after] = [due(awards.first, onlyDueIn(first, second)), due(awards.second, onlyDueIn(second, first))];
  return [
    ...otherOutputs(first, second).flatMap((name) => {
      const label = (outputOf(awards.second, decision, name) ?? outputOf(awards.first, decision, name))?.label;
      const [from, to] = [amount(awards.first, name, first.outputs[name]), amount(awards.second, name, second.outputs[name])];
      return line(`${label === undefined ? name : say(screen, label)}: ${from} → ${to}`);
    }),
    ...(before === after ? [] : line(`${before} → ${after}`)),
  ];
}

function outputOf({ plans }: Award, decision: string, name: string) {
  return plans.get(decision)?.declaration.outputs?.find((output) => output.name === name);
}

function dueInWords(screen: Screen, award: Award, decision: string, { name, value }: Result["due"][number]): string {
  if (value === undefined) return name;
  const rules = award.plans.get(decision)?.rules ?? [];
  const consequences = rules.flatMap(({ rule }) => rule.event.params.consequences ?? []);
  const fact = consequences.find((one) => one.name === name && one.value !== undefined)?.value?.fact;
  return `${name} (${amountInWords(screen, award, fact, value)})`;
}

/** @param name of the fact or parameter whose value it is */
function amountInWords({ language }: Screen, award: Award, name: string | undefined, value: JsonValue | undefined): string {
  if (value === undefined) return "–";
  const type = award.names.byName.get(name ?? "")?.type;
  return visible(inWords(award, language, { name: name ?? "", value, ...(type?.type === "integer" ? { unit: type.unit } : {}) }));
}
