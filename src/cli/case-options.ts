/** Arguments and options of the commands that read the log of a case. */
import { Argument, type Command } from "commander";
import type { Text } from "../kernel/model.js";
import type { Say } from "./help.js";
import { repeatable } from "./options.js";
import { readingOption } from "./readings.js";

export function logArgument(say: Say): Argument {
  return new Argument(
    "[log]",
    say({
      zh: "JSON { edition, applicants, events, … }，或 NDJSON，每行一个事件，或 XES；写 - 或不写：标准输入",
      en: "JSON { edition, applicants, events, … }, or NDJSON, an event a line, or XES; - or none: standard input",
    }),
  );
}

export function withAwardOption(command: Command, say: Say): Command {
  return command.option(
    "--award <award>",
    say({ zh: "`qak awards` 所列的奖项", en: "an award of `qak awards`" }),
    "nm-chairman-2022",
  );
}

/** Which award, what day, what calendar, which readings. */
export function withCaseOptions(command: Command, say: Say): Command {
  return withAwardOption(command, say)
    .option(
      "--as-of <date>",
      say({
        zh: "截至哪一天；其后发生或录入的当日尚不知道（默认记录的最后一天）",
        en: "as was known on this day, without what happened or was recorded later (default: the last day of the log)",
      }),
    )
    .option(
      "--calendar <file>",
      say({
        zh: "各年放假安排，JSON { 年份: { holidays, workdays } }，补充或取代自带的年份",
        en: "arrangements of years, JSON { year: { holidays, workdays } }, beside or in place of those at hand",
      }),
    )
    .addOption(readingOption(say))
    .addOption(ignoreOption(say));
}

export function ignoreOption(say: Say) {
  const described = {
    zh: "XES 中与个案无关、不必读懂的属性；可重复",
    en: "an attribute of XES that says nothing of the case; may be repeated",
  };
  return repeatable("--ignore <key>", say(described));
}

export const LOG_NOTES: readonly Text[] = [
  {
    zh: 'NDJSON 首行是不含事件的其余部分：{"edition":{…},"applicants":[…]}。各种格式都可以 gzip 压缩。',
    en: 'The first line of NDJSON is the case without its events: {"edition":{…},"applicants":[…]}. Any format may be packed with gzip.',
  },
];
