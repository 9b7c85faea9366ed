/**
 * What is wrong with an input or a pack, as data: one `Problem` for each kind, one `describe()` that words it.
 * A `Failure` adds the place. Everything wrong is reported at once.
 * One file past 300 lines: a kind and its words are read side by side, and the compiler holds each to the other.
 */
import { daysInMonth } from "./date.js";
import type { Text } from "./model.js";
import { unitInWords } from "./units.js";

export interface Failure {
  /** JSON Pointer (RFC 6901) into the question, or into `file`. */
  readonly pointer: string;
  readonly code: Problem["code"] | ReviewRulesCode;
  /** What would be right, where that can be said in a word. */
  readonly expected?: string;
  /** What stands there, as JSON, cut to 80 characters. */
  readonly found?: string;
  /** The provision that needs the value. */
  readonly provision?: string;
  readonly message: Text;
}

/** What only review rules can have wrong with them; they are worded where they are read, in `src/pack`. */
export type ReviewRulesCode = "empty-text" | "wrong-form" | "stray-weight" | "weights-differ";

export type Problem =
  // A question
  | { readonly code: "not-an-object"; readonly found: unknown }
  | { readonly code: "missing-member"; readonly name: string }
  | { readonly code: "unknown-member"; readonly name: string; readonly near: string | null }
  | { readonly code: "unknown-fact"; readonly name: string; readonly award: string; readonly near: string | null }
  | { readonly code: "unknown-field"; readonly name: string; readonly list: string; readonly near: string | null }
  | { readonly code: "computed-fact"; readonly name: string; readonly source: string }
  | { readonly code: "not-a-boolean"; readonly found: unknown }
  | { readonly code: "not-an-integer"; readonly found: unknown; readonly unit: string }
  | { readonly code: "out-of-range"; readonly found: number; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly code: "not-a-date"; readonly found: unknown }
  | { readonly code: "after-as-of"; readonly found: string; readonly asOf: string }
  | {
      readonly code: "not-a-value";
      readonly found: unknown;
      readonly values: readonly string[];
      readonly near: string | null;
      /** `null` stands for what is not known. */
      readonly orNull?: boolean;
    }
  | { readonly code: "not-a-list"; readonly found: unknown }
  | { readonly code: "not-a-text"; readonly found: unknown }
  | { readonly code: "too-many-rows"; readonly found: number; readonly max: number }
  | { readonly code: "too-many-periods"; readonly max: number }
  | {
      readonly code: "unknown-decision";
      readonly found: unknown;
      readonly known: readonly string[];
      readonly near: string | null;
    }
  | { readonly code: "unknown-award"; readonly found: unknown; readonly known: readonly string[]; readonly near: string | null }
  /** One of the optional parts of a pack. */
  | { readonly code: "absent-part"; readonly part: string; readonly award: string }
  | {
      readonly code: "unknown-interpretation";
      readonly name: string;
      readonly known: readonly string[];
      readonly near: string | null;
    }
  | { readonly code: "not-in-force"; readonly asOf: string; readonly from: string; readonly award: string }
  | { readonly code: "before-the-award"; readonly found: string; readonly from: string; readonly award: string }
  | { readonly code: "reference-needs-facts"; readonly name: string }
  // What a question declares confidential; none of them quotes it
  | { readonly code: "not-a-pointer-list" }
  | { readonly code: "not-a-pointer" }
  | { readonly code: "points-nowhere" }
  /** It leads to what is needed in clear. */
  | { readonly code: "not-confidential" }
  /** Where the pointer stands first. */
  | { readonly code: "pointer-twice"; readonly first: string }
  | { readonly code: "no-confidential-key" }
  // A question of selection
  | { readonly code: "no-selection"; readonly award: string }
  | { readonly code: "empty-id" }
  | { readonly code: "applicant-twice"; readonly name: string }
  | { readonly code: "unknown-applicant"; readonly name: string; readonly near: string | null }
  | { readonly code: "unknown-stage"; readonly found: unknown; readonly known: readonly string[]; readonly near: string | null }
  | { readonly code: "unknown-clause"; readonly name: string; readonly standard: string; readonly near: string | null }
  /** A score that no reviewer may give: `min`, `min + step`, … `max` are those there are. */
  | {
      readonly code: "off-scale" | "no-number";
      readonly found: unknown;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | {
      readonly code: "sheet-twice";
      /** `null` where it is of no stage. */
      readonly stage: string | null;
      readonly applicant: string;
      readonly reviewer: string;
      /** Where the other stands. */
      readonly first: string;
    }
  | { readonly code: "sums-too-great" }
  // The log of a case
  | { readonly code: "recorded-before"; readonly found: string; readonly occurredOn: string }
  | { readonly code: "of-the-edition"; readonly activity: string }
  /** Of a log in lines. */
  | { readonly code: "events-in-head" }
  // A log in XES
  /** The reason as the parser words it, in English. */
  | { readonly code: "bad-xml"; readonly line: number; readonly column: number; readonly reason: string }
  | { readonly code: "doctype" }
  | { readonly code: "other-encoding"; readonly found: string }
  /** A character: `U+0000`. */
  | { readonly code: "not-in-xml"; readonly found: string }
  /** `inside` the file itself it is `null`. */
  | { readonly code: "misplaced"; readonly found: string; readonly inside: string | null }
  /** How often it is there. */
  | { readonly code: "unknown-attribute"; readonly name: string; readonly count: number; readonly near: string | null }
  | { readonly code: "not-a-time"; readonly found: string }
  | { readonly code: "not-of-type"; readonly found: string; readonly type: string }
  | { readonly code: "not-complete"; readonly found: string }
  | { readonly code: "of-an-applicant"; readonly activity: string }
  | { readonly code: "no-place-in-log"; readonly found: string }
  | { readonly code: "says-otherwise"; readonly found: unknown; readonly other: string }
  // An official calendar
  | { readonly code: "not-a-year"; readonly found: string }
  /** The year to whose arrangement the date belongs. */
  | { readonly code: "other-year"; readonly found: string; readonly year: number }
  | { readonly code: "not-a-weekend"; readonly found: string }
  /** Where the date stands first. */
  | { readonly code: "day-twice" | "off-and-worked"; readonly found: string; readonly first: string }
  // Text that is read
  /** The line is `null` in a text of one line, whose number stands elsewhere. */
  | { readonly code: "bad-json"; readonly line: number | null; readonly column: number; readonly reason: Text }
  /** The reason as the parser words it, in English. */
  | { readonly code: "bad-yaml"; readonly line: number; readonly column: number; readonly reason: string }
  | { readonly code: "duplicate-key"; readonly name: string; readonly line: number | null; readonly column: number }
  /** The number as it is written: as a value it is already another. */
  | { readonly code: "rounded-number"; readonly token: string }
  | { readonly code: "too-long"; readonly max: number }
  | { readonly code: "too-large"; readonly max: number }
  | { readonly code: "too-deep"; readonly max: number; readonly line: number | null; readonly column: number }
  | { readonly code: "not-utf8" }
  | { readonly code: "parameter-twice"; readonly name: string }
  | { readonly code: "empty-input" }
  | { readonly code: "more-errors"; readonly listed: number; readonly count: number }
  // A fault of ours
  | { readonly code: "internal-error" };

/** A failure at a place. */
export function failure(pointer: string, problem: Problem, provision?: string): Failure {
  const expected = expectedOf(problem);
  return {
    pointer,
    code: problem.code,
    ...(expected === undefined ? {} : { expected }),
    ...("found" in problem ? { found: show(problem.found) } : {}),
    ...("token" in problem ? { found: cut(problem.token) } : {}),
    ...(provision === undefined ? {} : { provision }),
    message: describe(problem),
  };
}

/** One step of a JSON Pointer. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** What stands there, as JSON on one line, cut to 80 characters. */
export function show(value: unknown): string {
  return cut(value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value)));
}

/** To 80 characters. */
export function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function expectedOf(problem: Problem): string | undefined {
  switch (problem.code) {
    case "not-an-object":
      return "object";
    case "not-a-boolean":
      return "true or false";
    case "not-an-integer":
      return "integer";
    case "out-of-range":
      return `${problem.min}..${problem.max}`;
    case "not-a-date":
      return "YYYY-MM-DD";
    case "after-as-of":
      return `<= ${problem.asOf}`;
    case "not-a-value":
      return problem.values.join(" | ");
    case "not-a-list":
    case "not-a-pointer-list":
      return "array";
    case "not-a-text":
      return "string";
    case "unknown-decision":
    case "unknown-award":
    case "unknown-interpretation":
    case "unknown-stage":
      return problem.known.join(" | ");
    case "not-a-year":
      return "1900..2199";
    case "off-scale":
    case "no-number":
      return `${problem.min}, ${problem.min + problem.step}, … ${problem.max}`;
    default:
      return undefined;
  }
}

export function describe(problem: Problem): Text {
  switch (problem.code) {
    case "not-an-object":
      return {
        zh: `此处为 \`${show(problem.found)}\`，应为对象：请写成 { … }`,
        en: `\`${show(problem.found)}\` is no object: write { … }`,
      };
    case "missing-member":
      return { zh: `缺少 \`${problem.name}\`：请补上`, en: `\`${problem.name}\` is missing: add it` };
    case "unknown-member":
      return {
        zh: `没有 \`${problem.name}\` 这一项${nearZh(problem.near) || "：请删去"}`,
        en: `no such member \`${problem.name}\`${nearEn(problem.near) || ": leave it out"}`,
      };
    case "unknown-fact":
      return {
        zh: `${problem.award} 中没有事实 \`${problem.name}\`${nearZh(problem.near) || "：请核对名称，或者删去"}`,
        en: `no such fact in ${problem.award}${nearEn(problem.near) || ": check its name, or leave it out"}`,
      };
    case "unknown-field":
      return {
        zh: `\`${problem.list}\` 的行没有字段 \`${problem.name}\`${nearZh(problem.near) || "：请核对名称，或者删去"}`,
        en: `rows of \`${problem.list}\` have no field \`${problem.name}\`${nearEn(problem.near) || ": check its name, or leave it out"}`,
      };
    case "computed-fact":
      return {
        zh: `\`${problem.name}\` 由系统得出（${problem.source}），不能填报：请删去`,
        en: `\`${problem.name}\` is not given but computed or fixed (${problem.source}): leave it out`,
      };
    case "not-a-boolean":
      return {
        zh: `\`${show(problem.found)}\` 不是布尔值：请写 true 或 false，未知则写 null`,
        en: `\`${show(problem.found)}\` is no boolean: write true or false, or null where it is unknown`,
      };
    case "not-an-integer":
      return {
        zh: `\`${show(problem.found)}\` 不是整数：请写整数，单位 ${unitInWords(problem.unit).zh}，未知则写 null`,
        en: `\`${show(problem.found)}\` is no integer: write a whole number of unit ${problem.unit}, or null where it is unknown`,
      };
    case "out-of-range":
      return {
        zh: `${problem.found} 超出范围：应在 ${problem.min} 至 ${problem.max} 之间，单位 ${unitInWords(problem.unit).zh}`,
        en: `${problem.found} is out of range: ${problem.min} to ${problem.max}, unit ${problem.unit}`,
      };
    case "not-a-date":
      if (isDateElsewhere(problem.found)) {
        return {
          zh: `${problem.found} 不在可用的日期之内：请写 1900-01-01 至 2199-12-31 之间的日期`,
          en: `${problem.found} is not within the dates that are read: write one from 1900-01-01 to 2199-12-31`,
        };
      }
      return {
        zh: `\`${plain(problem.found)}\` 不是历法上的日期：请写成 YYYY-MM-DD，1900-01-01 至 2199-12-31`,
        en: `\`${plain(problem.found)}\` is no calendar date: write it as YYYY-MM-DD, 1900-01-01 to 2199-12-31`,
      };
    case "after-as-of":
      return {
        zh: `${problem.found} 晚于判定日 ${problem.asOf}，尚未发生：请更正日期，或改用更晚的判定日`,
        en: `${problem.found} is after asOf ${problem.asOf} and has not happened yet: correct the date or decide as of a later day`,
      };
    case "not-a-value":
      return {
        zh: `\`${plain(problem.found)}\` 不是可用的值${listedZh(problem.near)}可用 ${problem.values.join("、")}${problem.orNull ? "，要留空则写 null" : ""}`,
        en: `\`${plain(problem.found)}\` is none of the values${listedEn(problem.near)}write one of ${problem.values.join(", ")}${problem.orNull ? ", or null to leave it open" : ""}`,
      };
    case "not-a-list":
      return {
        zh: `\`${show(problem.found)}\` 不是数组：请写 [ … ]，没有则写 []，未知则写 null`,
        en: `\`${show(problem.found)}\` is no array: write [ … ], [] for none, or null where it is unknown`,
      };
    case "not-a-text":
      return {
        zh: `\`${show(problem.found)}\` 不是文字：请写成 "…"`,
        en: `\`${show(problem.found)}\` is no text: write "…"`,
      };
    case "too-many-rows":
      return {
        zh: `${problem.found} 行过多：最多 ${problem.max} 行`,
        en: `${problem.found} rows are too many: at most ${problem.max}`,
      };
    case "too-many-periods":
      return {
        zh: `至此日义务可能超过 ${problem.max} 期：请问较早的一天，或减少事件`,
        en: `by this day the duties may come to more than ${problem.max} periods: ask as of an earlier one, or of fewer events`,
      };
    case "unknown-decision":
      return {
        zh: `没有判定事项 \`${plain(problem.found)}\`${listedZh(problem.near)}${knownZh(problem.known)}`,
        en: `no such decision \`${plain(problem.found)}\`${listedEn(problem.near)}${knownEn(problem.known)}`,
      };
    case "unknown-award":
      return {
        zh: `没有奖项 \`${plain(problem.found)}\`${listedZh(problem.near)}${knownZh(problem.known)}`,
        en: `no such award \`${plain(problem.found)}\`${listedEn(problem.near)}${knownEn(problem.known)}`,
      };
    case "absent-part":
      return {
        zh: `${problem.award} 没有 \`${problem.part}\`，该规则包未编入：请改用有这一部分的奖项`,
        en: `${problem.award} has no \`${problem.part}\`, which its pack leaves out: use an award that has it`,
      };
    case "unknown-interpretation":
      return {
        zh: `没有解释事项 \`${problem.name}\`${listedZh(problem.near)}${knownZh(problem.known)}`,
        en: `no such interpretation \`${problem.name}\`${listedEn(problem.near)}${knownEn(problem.known)}`,
      };
    case "not-in-force":
      return {
        zh: `${problem.award} 自 ${problem.from} 起施行，${problem.asOf} 尚未施行，不作判定：请改用施行后的判定日或当时有效的办法`,
        en: `${problem.award} is in force from ${problem.from} and not yet on ${problem.asOf}, so nothing is decided: use a later asOf or the measures then in force`,
      };
    case "before-the-award":
      return {
        zh: `${problem.award} 自 ${problem.from} 起施行，${problem.found} 尚无该奖项：请核对日期，此前的事不属于这一奖项的案卷`,
        en: `${problem.award} is in force from ${problem.from}; on ${problem.found} there was no such award: check the date, what came earlier is of no case of it`,
      };
    case "reference-needs-facts":
      return {
        zh: `参考引擎只判定事实齐全的问题，\`${problem.name}\` 未知：请补上，或改用 compiled 引擎`,
        en: `the reference engine decides on complete facts only and \`${problem.name}\` is unknown: give it, or use the compiled engine`,
      };
    case "not-a-pointer-list":
      return {
        zh: '不是 JSON Pointer 的数组：请写成 ["/facts/…"]，没有保密内容则写 []',
        en: 'no array of JSON Pointers: write ["/facts/…"], or [] where nothing is confidential',
      };
    case "not-a-pointer":
      return {
        zh: "不是 JSON Pointer（RFC 6901）：请写成以 / 开头的路径，其中 ~ 写作 ~0，/ 写作 ~1",
        en: "no JSON Pointer (RFC 6901): write a path that begins with /, with ~0 for ~ and ~1 for /",
      };
    case "points-nowhere":
      return {
        zh: "此路径处没有内容：请更正，列表的行从 0 起数",
        en: "nothing stands where it points: correct it; rows of a list count from 0",
      };
    case "not-confidential":
      return {
        zh: "此处的内容不能声明保密：请指向可以保密的内容，例如 /facts 之下的一项事实",
        en: "what stands there cannot be confidential: point at what can be, as a fact below /facts",
      };
    case "pointer-twice":
      return { zh: `已在 ${problem.first}：只保留一个`, en: `stands at ${problem.first} already: keep one` };
    case "no-confidential-key":
      return {
        zh: "声明了保密内容，但没有用以生成摘要的密钥，不作判定：请以 `conceal` 给出，见 concealWith",
        en: "something is confidential and there is no key to make digests with, so nothing is decided: give one as `conceal`, made by concealWith",
      };
    case "no-selection":
      return {
        zh: `${problem.award} 没有评分标准和评选规则，不能评选：请改用有这些规则的奖项`,
        en: `${problem.award} has no criteria and no rules of selection, so nobody is selected: ask of an award that has them`,
      };
    case "empty-id":
      return { zh: "标识为空：请写明", en: "the id is empty: write it" };
    case "applicant-twice":
      return {
        zh: `\`${cut(problem.name)}\` 已在名单中：只保留一个`,
        en: `\`${cut(problem.name)}\` stands in the list already: keep one`,
      };
    case "unknown-applicant":
      return {
        zh: `applicants 中没有 \`${cut(problem.name)}\`${nearZh(problem.near) || "：请列入，或者更正标识"}`,
        en: `no \`${cut(problem.name)}\` among the applicants${nearEn(problem.near) || ": list it there, or correct the id"}`,
      };
    case "recorded-before":
      return {
        zh: `记录日期 ${problem.found} 早于发生日期 ${problem.occurredOn}：请写不早于发生日期的日期，或不写`,
        en: `recorded on ${problem.found}, before it happened on ${problem.occurredOn}: write a day no earlier, or leave it out`,
      };
    case "of-the-edition":
      return {
        zh: `\`${problem.activity}\` 属于整届评选，不属于某一申报单位：请删去此项`,
        en: `\`${problem.activity}\` is of the edition as a whole, not of one applicant: leave this out`,
      };
    case "events-in-head":
      return {
        zh: "事件写在首行之下，每行一个：请从首行移出；整份写成一个 JSON 的，文件名请用 .json",
        en: "events stand below the first line, one a line: move them there, or name a log that is one JSON .json",
      };
    case "bad-xml":
      return {
        zh: `第 ${problem.line} 行第 ${problem.column} 列不是合法的 XML（解析器原话：“${problem.reason}”）：请在此处更正`,
        en: `not XML at line ${problem.line}, column ${problem.column} (${problem.reason}): correct it there`,
      };
    case "doctype":
      return { zh: "含有 DOCTYPE 声明，此处不读：请删去", en: "a DOCTYPE, which is not read here: take it out" };
    case "other-encoding":
      return {
        zh: `声明的编码为 \`${cut(problem.found)}\`：请转为 UTF-8，并如此声明`,
        en: `declared as \`${cut(problem.found)}\`: convert it to UTF-8, and declare that`,
      };
    case "not-in-xml":
      return {
        zh: `含有 XML 不能容纳的字符 ${problem.found}：请删去`,
        en: `holds ${problem.found}, a character that XML cannot hold: take it out`,
      };
    case "misplaced": {
      const { found, inside } = problem;
      return inside === null
        ? {
            zh: `\`${cut(found)}\` 不是 XES 日志：根元素应为 log`,
            en: `\`${cut(found)}\` is no log in XES: the root is to be log`,
          }
        : {
            zh: `\`${cut(found)}\` 不应出现在 \`${inside}\` 之内：请删去`,
            en: `\`${cut(found)}\` has no place inside \`${inside}\`: take it out`,
          };
    }
    case "unknown-attribute": {
      const { name, count, near } = problem;
      const often = count === 1 ? { zh: "", en: "" } : { zh: `（共 ${count} 处）`, en: ` (${count} times)` };
      return {
        zh: `没有属性 \`${cut(name)}\`${often.zh}${nearZh(near) || "：请删去，或者列为略过"}`,
        en: `no such attribute \`${cut(name)}\`${often.en}${nearEn(near) || ": take it out, or name it as one to be ignored"}`,
      };
    }
    case "not-a-time":
      return {
        zh: `\`${cut(problem.found)}\` 不是带时区的时间：请写成 2024-05-01T09:00:00+08:00，1900 至 2199 年`,
        en: `\`${cut(problem.found)}\` is no time with its offset: write it as 2024-05-01T09:00:00+08:00, in the years 1900 to 2199`,
      };
    case "not-of-type":
      return {
        zh: `\`${cut(problem.found)}\` 不是 XES 的 ${problem.type}：请更正，或改用别的类型`,
        en: `\`${cut(problem.found)}\` is no ${problem.type} of XES: correct it, or write another type`,
      };
    case "not-complete":
      return {
        zh: `\`${cut(problem.found)}\`：日志只记已完成的事项，请只保留 complete`,
        en: `\`${cut(problem.found)}\`, where a log holds what was done: keep \`complete\` alone`,
      };
    case "of-an-applicant":
      return {
        zh: `\`${problem.activity}\` 属于某一申报单位，不属于整届评选：请移入该单位的 trace`,
        en: `\`${problem.activity}\` is of one applicant, not of the edition as a whole: move it to the trace of that applicant`,
      };
    case "no-place-in-log":
      return {
        zh: `\`${cut(problem.found)}\` 不是事件在日志中的位置，或者已有别的事件占用：请从 0 起写整数，各事件不同，或者全部不写`,
        en: `\`${cut(problem.found)}\` is no place of an event in the log, or another event has it: write whole numbers from 0, each once, or none at all`,
      };
    case "says-otherwise":
      return {
        zh: `\`${plain(problem.found)}\` 与 \`${cut(problem.other)}\` 不一致：请只保留一种说法`,
        en: `\`${plain(problem.found)}\`, but \`${cut(problem.other)}\` elsewhere: keep one of them`,
      };
    case "unknown-stage":
      return {
        zh: `没有评审环节 \`${plain(problem.found)}\`${listedZh(problem.near)}${knownZh(problem.known)}`,
        en: `no such stage \`${plain(problem.found)}\`${listedEn(problem.near)}${knownEn(problem.known)}`,
      };
    case "unknown-clause":
      return {
        zh: `${problem.standard} 中没有评分项 \`${cut(problem.name)}\`${nearZh(problem.near) || "：请核对条款号"}`,
        en: `no item \`${cut(problem.name)}\` in ${problem.standard}${nearEn(problem.near) || ": check its number"}`,
      };
    case "off-scale":
    case "no-number": {
      const { min, max, step } = problem;
      return {
        zh: `\`${show(problem.found)}\` 不是可给的分值：请写 ${min} 至 ${max} 之间、以 ${step} 为一档的整数，未评则写 null`,
        en: `\`${show(problem.found)}\` is no score: write a whole number from ${min} to ${max} in steps of ${step}, or null where it was not scored`,
      };
    }
    case "sheet-twice": {
      const stage = problem.stage === null ? { zh: "", en: "" } : { zh: `在 ${problem.stage} 环节`, en: ` at ${problem.stage}` };
      return {
        zh: `\`${cut(problem.reviewer)}\` ${stage.zh}给 \`${cut(problem.applicant)}\` 的评分表已在 ${problem.first}：只保留一份`,
        en: `a sheet of \`${cut(problem.reviewer)}\` for \`${cut(problem.applicant)}\`${stage.en} stands at ${problem.first} already: keep one`,
      };
    }
    case "sums-too-great":
      return {
        zh: "评分表的份数过多、相差过大，无法在 64 位内精确合成：请减少各环节的评分表",
        en: "the numbers of sheets are too many and too different for exact sums of 64 bits: give fewer sheets a stage",
      };
    case "not-a-year":
      return {
        zh: `\`${cut(problem.found)}\` 不是年份：请写成四位数字，1900 至 2199`,
        en: `\`${cut(problem.found)}\` is no year: write one of four digits, 1900 to 2199`,
      };
    case "other-year": {
      const { found, year } = problem;
      return {
        zh: `${found} 属于 ${year} 年的放假安排（自 ${year - 1}-12-25 至 ${year}-12-24）：请写在 \`${year}\` 之下`,
        en: `${found} belongs to the arrangement of ${year}, which reaches from ${year - 1}-12-25 to ${year}-12-24: write it under \`${year}\``,
      };
    }
    case "not-a-weekend":
      return {
        zh: `${problem.found} 不是周末，无须列为调休上班日：请删去或更正`,
        en: `${problem.found} is no weekend day, so it need not be made a working day: take it out or correct it`,
      };
    case "day-twice":
      return {
        zh: `${problem.found} 已在 ${problem.first}：只保留一处`,
        en: `${problem.found} stands already at ${problem.first}: keep one`,
      };
    case "off-and-worked":
      return {
        zh: `${problem.found} 已在 ${problem.first} 列为放假：只保留一处`,
        en: `${problem.found} is off already at ${problem.first}: keep one`,
      };
    case "bad-json":
      return {
        zh: `${placeZh(problem)}不是合法的 JSON（${problem.reason.zh}）：请在此处更正`,
        en: `not JSON at ${placeEn(problem)} (${problem.reason.en}): correct it there`,
      };
    case "bad-yaml":
      return {
        zh: `第 ${problem.line} 行第 ${problem.column} 列不是合法的 YAML（解析器原话：“${problem.reason}”）：请在此处更正`,
        en: `not YAML at line ${problem.line}, column ${problem.column} (${problem.reason}): correct it there`,
      };
    case "duplicate-key":
      return {
        zh: `${placeZh(problem)}重复出现 \`${problem.name}\`：只保留一个`,
        en: `\`${problem.name}\` stands twice, again at ${placeEn(problem)}: keep one`,
      };
    case "rounded-number":
      return {
        zh: `\`${cut(problem.token)}\` 不能原样保存，会被舍入成另一个数：请写不超过 15 位的整数，或加双引号写成文字`,
        en: `\`${cut(problem.token)}\` cannot be kept exactly and would become another number: write a whole number of at most 15 digits, or text in double quotes`,
      };
    case "too-long":
      return { zh: `超过 ${problem.max} 个字符：请缩短`, en: `longer than ${problem.max} characters: shorten it` };
    case "too-large":
      return { zh: `超过 ${problem.max} 字节：请缩短或分批`, en: `larger than ${problem.max} bytes: shorten or split it` };
    case "too-deep":
      return {
        zh: `${placeZh(problem)}嵌套超过 ${problem.max} 层：请减少嵌套`,
        en: `nested deeper than ${problem.max} at ${placeEn(problem)}: nest less`,
      };
    case "not-utf8":
      return {
        zh: "不是 UTF-8 编码（也许是 GBK）：请转为 UTF-8 后再提交",
        en: "not UTF-8 (perhaps GBK): convert it to UTF-8 and send it again",
      };
    case "parameter-twice":
      return {
        zh: `地址中 \`${problem.name}\` 给出不止一次：请只留一个`,
        en: `the address gives \`${problem.name}\` more than once: leave one`,
      };
    case "empty-input":
      return { zh: "没有内容：请检查输入是否为空", en: "nothing here: check that the input is not empty" };
    case "more-errors":
      return {
        zh: `只列出前 ${problem.listed} 处错误，共 ${problem.listed + problem.count} 处，另有 ${problem.count} 处未列出：请先更正已列出的`,
        en: `the first ${problem.listed} of ${problem.listed + problem.count} errors are listed, ${problem.count} more are not: correct these first`,
      };
    case "internal-error":
      return {
        zh: "系统出错，此题未作判定：请将此题转告维护者",
        en: "the system failed and this question is not decided: tell the maintainers of it",
      };
  }
}

interface TextPlace {
  readonly line: number | null;
  readonly column: number;
}

function placeZh({ line, column }: TextPlace): string {
  return line === null ? `第 ${column} 列` : `第 ${line} 行第 ${column} 列`;
}

function placeEn({ line, column }: TextPlace): string {
  return line === null ? `column ${column}` : `line ${line}, column ${column}`;
}

/** Where a text is looked for, its quotes say nothing. */
function plain(value: unknown): string {
  return typeof value === "string" ? show(value).replace(/^"|"$/g, "") : show(value);
}

function nearZh(near: string | null): string {
  return near === null ? "" : `：是否为 \`${near}\`？`;
}

function nearEn(near: string | null): string {
  return near === null ? "" : `: did you mean \`${near}\`?`;
}

/** Before a list of what there is. */
function listedZh(near: string | null): string {
  return near === null ? "：" : nearZh(near);
}

function listedEn(near: string | null): string {
  return near === null ? ": " : `${nearEn(near)} `;
}

function knownZh(known: readonly string[]): string {
  return known.length === 0 ? "此处一个也没有" : `可用 ${known.join("、")}`;
}

function knownEn(known: readonly string[]): string {
  return known.length === 0 ? "there are none here" : `known are ${known.join(", ")}`;
}

/** A date of the calendar, in a year that is not read. */
export function isDateElsewhere(found: unknown): found is string {
  const [, year, month, day] = (typeof found === "string" && /^(\d{4})-(\d{2})-(\d{2})$/.exec(found)) || [];
  if (year === undefined || (Number(year) >= 1900 && Number(year) <= 2199)) return false;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}
