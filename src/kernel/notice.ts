/** What an answer says beside its decision. */
import type { Notice } from "./answer.js";
import type { Award } from "./award.js";

/** Said from the first day on which a successor is in force. */
export function superseded(award: Award, asOf: string): Notice[] {
  const { inForce, succeededBy, id } = award.files.pack;
  if (inForce.until === null || asOf < inForce.until) return [];
  const successor = succeededBy?.documentNumber;
  return [
    {
      code: "superseded",
      says: {
        zh: `${id} 自 ${inForce.until} 起${successor === undefined ? "已失效" : `由 ${successor} 取代`}，本判定仍按 ${id} 作出`,
        en: `${id} ${successor === undefined ? "ended on" : `was succeeded by ${successor} on`} ${inForce.until}; this decision still applies ${id}`,
      },
    },
  ];
}

export const OPEN_CONSEQUENCES: Notice = {
  code: "consequences-undetermined",
  says: {
    zh: "结论已定，但部分后果取决于尚缺的事实",
    en: "the outcome is settled, but some consequences depend on facts that are missing",
  },
};

export const REMEDIES_INCOMPLETE: Notice = {
  code: "remedies-incomplete",
  says: {
    zh: "补救的组合与日期过多，未能全部推演：可能另有补救办法未列出，所列“无从补救”的规则也可能经等待而满足",
    en: "too many ways and days to try each: there may be remedies that are not listed, and waiting may cure what is listed as fixed",
  },
};

export const NOT_MINIMAL: Notice = {
  code: "missing-not-minimal",
  says: {
    zh: "未知事实的组合过多，未逐一推演：所列缺失或不能确定之处可能偏多，其中有的可能实已确定",
    en: "too many combinations of unknown facts to try each: what is listed as missing or undetermined may be too much, and some of it settled already",
  },
};

/** Said where a question brings official calendars of its own. @param replaced those of years that are known otherwise */
export function calendarGiven(years: readonly number[], replaced: readonly number[]): readonly Notice[] {
  if (years.length === 0) return [];
  const instead =
    replaced.length === 0
      ? { zh: "", en: "" }
      : {
          zh: `，其中 ${replaced.join("、")} 年不按自带的安排`,
          en: `, and not by the one at hand for ${replaced.join(", ")}`,
        };
  const says = {
    zh: `${years.join("、")} 年的工作日按所给的放假安排计算${instead.zh}`,
    en: `working days of ${years.join(", ")} are counted by the calendar given${instead.en}`,
  };
  return [{ code: "calendar-given", says }];
}
