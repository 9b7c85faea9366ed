/** Readings of open points, as a command line chooses them. */
import type { Option } from "commander";
import { BadInput, type Complaint, complaint } from "./complaint.js";
import type { Say } from "./help.js";
import { repeatable } from "./options.js";

export function readingOption(say: Say): Option {
  const described = { zh: "为未定事项选定一种解释；可重复", en: "choose a reading of an open point; may be repeated" };
  return repeatable("--reading <name=value>", say(described));
}

/** @throws BadInput where one is not `name=reading` */
export function readingsOf(given: readonly string[]): ReadonlyMap<string, string> {
  const wrong = given.filter((one) => !/^[^=]+=.+$/.test(one));
  if (wrong.length > 0) throw new BadInput(wrong.map(noReading));
  return new Map(given.map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]));
}

function noReading(found: string): Complaint {
  return complaint(
    "bad-reading",
    { zh: `\`${found}\` 不是解释的写法：请写 名称=解释`, en: `\`${found}\` chooses no reading: write name=reading` },
    { file: "--reading" },
  );
}
