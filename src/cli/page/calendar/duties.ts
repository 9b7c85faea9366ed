/** Duties without a date, each with those who owe it. */
import type { Text } from "../../../kernel/model.js";
import type { Obligation } from "../../../procedure/obligations.js";
import { block, heading, say } from "../../screen.js";
import { allVisible } from "../../visible.js";
import { lawLines } from "../select/lines.js";
import type { Sheet } from "../sheet.js";
import type { Calendar } from "./dated.js";

/** @param isWhole with those that are done or fell away, too */
export function* dutiesSection(sheet: Sheet, { obligations }: Calendar, isWhole: boolean): Generator<string> {
  const { screen } = sheet;
  const undated = obligations.filter(({ until, status }) => until === null && (isWhole || !isSettled(status)));
  if (undated.length === 0) return;
  yield* heading(screen, { zh: "没有期限的义务", en: "Duties without a date" });
  for (const [first, ...others] of groupsOf(undated, ({ rule }) => rule)) {
    const { label, says } = first;
    yield* block(screen, 4, say(screen, label), { first: "  · " });
    yield* block(screen, 6, say(screen, says));
    for (const [one, ...more] of groupsOf([first, ...others], ({ status, certain }) => `${status} ${certain}`)) {
      const names = [one, ...more].map(({ applicant }) => allVisible(applicant));
      const doubt = one.certain ? { zh: "", en: "" } : { zh: "（尚不能确定）", en: " (not certain)" };
      const words = {
        zh: `${STATUS[one.status].zh}${doubt.zh}：${names.join("、")}`,
        en: `${STATUS[one.status].en}${doubt.en}: ${names.join(", ")}`,
      };
      yield* block(screen, 6, say(screen, words), one.certain ? {} : { style: screen.paint.yellow });
    }
    yield* lawLines(sheet, 6, first);
    yield* block(screen, 6, first.rule, { style: screen.paint.dim });
  }
}

const STATUS: Readonly<Record<Obligation["status"], Text>> = {
  "not-yet": { zh: "尚未发生", en: "not yet" },
  due: { zh: "应当履行", en: "to be done" },
  overdue: { zh: "逾期", en: "overdue" },
  fulfilled: { zh: "已履行", en: "done" },
  waived: { zh: "免除", en: "fallen away" },
};

function isSettled(status: Obligation["status"]): boolean {
  return status === "fulfilled" || status === "waived";
}

/** In the order in which the first of each stands. */
function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
