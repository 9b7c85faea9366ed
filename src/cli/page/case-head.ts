/** What every page about a case begins and ends with: of which award, as of which day, of which log, by which readings. */
import type { AnswerHead } from "../../procedure/answer-head.js";
import { block, say } from "../screen.js";
import { allVisible } from "../visible.js";
import { cite, type Sheet } from "./sheet.js";

/** Below the outcome. @param name of the log */
export function caseLines({ screen, award }: Sheet, { asOf, notices }: AnswerHead, name: string): readonly string[] {
  const { paint } = screen;
  const { pack } = award.files;
  const day = say(screen, { zh: `截至 ${asOf}`, en: `as of ${asOf}` });
  return [
    ...block(screen, 2, `${say(screen, pack.title)} ${pack.documentNumber} · ${day}`, { style: paint.dim }),
    ...block(screen, 2, allVisible(name), { style: paint.dim }),
    ...notices.flatMap(({ says }) => block(screen, 4, say(screen, says), { first: `  ${paint.yellow("!")} ` })),
  ];
}

/** Where the law is open, how it was taken. */
export function* readingLines(sheet: Sheet, { interpretations }: AnswerHead): Generator<string> {
  const { screen, award } = sheet;
  const open = new Map(award.files.interpretations.interpretations.map((one) => [one.name, one]));
  for (const { name, reading, provision } of interpretations) {
    const label = open.get(name)?.readings.find((one) => one.name === reading)?.label;
    const text = `${cite(sheet, provision)} ${name} = ${reading}${label === undefined ? "" : `: ${say(screen, label)}`}`;
    yield* block(screen, 4, text, { first: "  · ", style: screen.paint.dim });
  }
}

/** What it takes to check it later. */
export function caseFoot({ screen }: Sheet, { ruleset, kernel }: AnswerHead): readonly string[] {
  const digest = `${ruleset.digest.slice(0, "sha256:".length + 12)}…`;
  return ["", ...block(screen, 2, `${ruleset.id} ${digest} · kernel ${kernel.version}`, { style: screen.paint.dim })];
}
