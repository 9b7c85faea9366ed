/** Whether the translation that is proved of says what the kernel says, over the cases of a pack and random ones. */
import type { Case } from "../audit/case.js";
import type { Question } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { decide } from "../kernel/decide.js";
import { randomQuestions } from "./random-questions.js";
import { inBits, inIntegers } from "./smt/numbers.js";
import { openSolver } from "./solver.js";
import { checkTranslation, type TranslationDifference } from "./translation-check.js";

export interface Agreement {
  /** How many questions were put to both, each with numbers written both ways. */
  readonly questions: number;
  /** Of how many of them both say the same in all. */
  readonly agreed: number;
  readonly differences: readonly TranslationDifference[];
}

/**
 * @param cases of which those with complete facts are asked; a case may well be about others
 * @param each how many random questions are put to each decision
 * @param onProgress told before each question
 * @throws Error where the solver cannot be loaded
 */
export async function agreementOf(
  award: Award,
  cases: readonly Case[],
  each: number,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Agreement> {
  const questions = [...cases.flatMap((one) => completeQuestion(award, one)), ...randomQuestions(award, each)];
  const solver = await openSolver();
  try {
    const differences: TranslationDifference[] = [];
    const ways = [inBits, inIntegers];
    let asked = 0;
    const onQuestion = () => {
      onProgress(asked, ways.length * questions.length);
      asked += 1;
    };
    for (const numbers of ways) differences.push(...(await checkTranslation(solver, award, questions, numbers, onQuestion)));
    const agreed = questions.length - new Set(differences.map(({ question }) => question)).size;
    return { questions: questions.length, agreed, differences };
  } finally {
    solver.close();
  }
}

/** None where a fact that the decision reads is not given, or not known, or the question is refused. */
function completeQuestion(award: Award, { decision, asOf, facts, interpretations }: Case): readonly Question[] {
  const question = { decision, asOf, facts, ...(interpretations === undefined ? {} : { interpretations }) };
  const plan = award.plans.get(decision);
  if (plan === undefined || !decide(award, question).ok) return [];
  const known = plan.reads.every((name) => {
    if (name.source === "given") return isKnown(foundIn(facts[name.name]));
    if (name.source !== "given-list") return true;
    const rows = facts[name.name];
    return Array.isArray(rows) && rows.every((row) => name.fact.fields.every((field) => isKnown(row[field.name])));
  });
  return known ? [question] : [];
}

/** What was found, by whomever. */
function foundIn(given: unknown): unknown {
  return typeof given === "object" && given !== null && "value" in given ? given.value : given;
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined;
}
