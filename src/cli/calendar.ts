/** `qak calendar`: what is to be done by when, and what is overdue. */
import { Command, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { CALENDAR_FORMATS } from "./calendar-format.js";
import { LOG_NOTES, logArgument, withCaseOptions } from "./case-options.js";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
import type { CalendarOptions } from "./run/calendar.js";

export function calendarCommand(say: Say): Command {
  const command = withCaseOptions(withCommonOptions(new Command("calendar"), say), say)
    .summary(say({ zh: "列出一届评审的期限和义务", en: "list the deadlines and duties of a case" }))
    .description(
      say({
        zh: "列出一届评审的期限和各单位的义务：哪些逾期，哪些未到期，哪一天，如何计算，依据哪一条款",
        en: "list the deadlines of an edition and what each unit owes: what is overdue, what runs, by which day, how it is counted, by which provision",
      }),
    )
    .addArgument(logArgument(say))
    .addOption(
      new Option("--format <name>", say({ zh: "输出什么", en: "what is printed" })).choices(CALENDAR_FORMATS).default("text"),
    )
    .option("--all", say({ zh: "连同已按期办理的", en: "with what was done in time" }))
    .option("--out <file>", say({ zh: "写入该文件，而非标准输出", en: "write it there, not to standard output" }))
    .action(async (log: string | undefined, options: CalendarOptions) => {
      const { runCalendar } = await import("./run/calendar.js");
      await runCalendar(log, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak calendar case.json",
  "qak calendar case.ndjson --as-of 2024-12-31 --lang zh",
  "qak calendar case.json --format ics --out case.ics",
  "qak calendar case.xes --calendar 2027.json --format csv --out deadlines.csv",
];

const NOTES: readonly Text[] = [
  ...LOG_NOTES,
  {
    zh: "iCalendar 只含未到期和已过的期限；同一期限再次写出时 UID 不变，日历程序据此更新。",
    en: "iCalendar holds what still runs and what has passed; a deadline keeps its UID, so that a calendar program moves it.",
  },
  {
    zh: "退出码：0 没有确定逾期的，1 有确定逾期的，2 输入有误。尚不能确定的一并列出，不影响退出码。",
    en: "Exit codes: 0 nothing that is certain is overdue, 1 something is, 2 bad input. What is not certain is told, and does not count.",
  },
];
