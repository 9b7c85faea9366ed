/** What is wrong in a file of cases. */
import { type Failure, failure, type Problem } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";

/** As a `Failure` of the kernel, with codes of its own beside the kernel's. */
export interface CaseFailure extends Omit<Failure, "code"> {
  readonly code: Failure["code"] | CaseProblem["code"];
}

export type CaseProblem =
  | { readonly code: "no-expectation" }
  | { readonly code: "no-cases" }
  /** Of a file: what its name ends in. */
  | { readonly code: "unknown-ending"; readonly ending: string }
  | { readonly code: "refused-and-decided" }
  | { readonly code: "same-case-twice"; readonly sentence: string; readonly first: number }
  | { readonly code: "unknown-provision"; readonly name: string; readonly near: string | null }
  | {
      readonly code: "unknown-name";
      readonly name: string;
      readonly what: Text;
      readonly known: readonly string[];
      readonly near: string | null;
    };

export function caseFailure(pointer: string, problem: Problem | CaseProblem): CaseFailure {
  switch (problem.code) {
    case "no-expectation":
    case "no-cases":
    case "unknown-ending":
    case "refused-and-decided":
    case "same-case-twice":
    case "unknown-provision":
    case "unknown-name":
      return {
        pointer,
        code: problem.code,
        ...("name" in problem ? { found: JSON.stringify(problem.name) } : {}),
        ...("known" in problem ? { expected: problem.known.join(" | ") } : {}),
        message: describe(problem),
      };
    default:
      return failure(pointer, problem);
  }
}

function describe(problem: CaseProblem): Text {
  switch (problem.code) {
    case "no-expectation":
      return {
        zh: "没有写明预期，这个用例什么也不检验：请写 `outcome` 或者 `errors`",
        en: "nothing is expected, so the case proves nothing: write an `outcome` or `errors`",
      };
    case "no-cases":
      return { zh: "没有用例：请至少写一个", en: "no cases: write at least one" };
    case "unknown-ending":
      return {
        zh: `不知道 ${problem.ending} 是什么格式：案例文件的名称请以 .yaml、.csv 或 .xlsx 结尾`,
        en: `of which format is ${problem.ending}? name a file of cases .yaml, .csv or .xlsx`,
      };
    case "refused-and-decided":
      return {
        zh: "问题被拒绝时没有判定：`errors` 不能与其他预期并列，请只留其一",
        en: "a question that is refused is not decided: `errors` stands alone, keep one or the other",
      };
    case "same-case-twice":
      return {
        zh: `用例“${problem.sentence}”与第 ${problem.first} 个同名：请改写其一`,
        en: `case ${problem.first} says the same, \`${problem.sentence}\`: reword one of them`,
      };
    case "unknown-provision": {
      const { name, near } = problem;
      return {
        zh: `没有条款 \`${name}\`：${near === null ? "请写 `第十条第（一）项` 或者 eId `art_10__item_1`" : `是否为 \`${near}\`？`}`,
        en: `no such provision \`${name}\`: ${near === null ? "write it as `art. 10 (1)` or by its eId, `art_10__item_1`" : `did you mean \`${near}\`?`}`,
      };
    }
    case "unknown-name": {
      const { name, what, known, near } = problem;
      if (known.length === 0) {
        return {
          zh: `没有${what.zh} \`${name}\`：此判定事项没有任何${what.zh}，请删去`,
          en: `no such ${what.en} \`${name}\`: the decision has no ${what.en} at all, leave it out`,
        };
      }
      const list = { zh: known.join("、"), en: known.join(", ") };
      return {
        zh: `没有${what.zh} \`${name}\`：${near === null ? `可用 ${list.zh}` : `是否为 \`${near}\`？`}`,
        en: `no such ${what.en} \`${name}\`: ${near === null ? `known are ${list.en}` : `did you mean \`${near}\`?`}`,
      };
    }
  }
}
