/** What an audit found, in words. */
import type { Award } from "../kernel/award.js";
import { formatDate } from "../kernel/date.js";
import { periodInWords } from "../kernel/period-in-words.js";
import type { Procedure } from "../kernel/procedure.js";
import type { Text } from "../kernel/text.js";
import type { Finding } from "./finding.js";
import type { CaseEvent } from "./log.js";

/** What was done, by whom, and why that is wrong; that it is not certain, where it is not. */
export function wordsOf({ files }: Award, finding: Finding): Text {
  const procedure = files.procedure as Procedure;
  const done = eventInWords(procedure, finding.event);
  const why = reason(files.pack.bodies, procedure, finding);
  const doubt = finding.isCertain ? { zh: "", en: "" } : UNCERTAIN;
  return { zh: `${done.zh}：${why.zh}${doubt.zh}`, en: `${done.en}: ${why.en}${doubt.en}` };
}

const UNCERTAIN = {
  zh: "（有未知的事实或者未公布的工作日安排，尚不能确定）",
  en: " (not certain: a fact, or the official calendar of a year, is not known)",
};

function eventInWords(procedure: Procedure, { activity, applicant, occurredOn }: CaseEvent): Text {
  const { zh, en } = labelIn(procedure.activities, activity);
  const whose = applicant === null ? { zh: "", en: "" } : { zh: `${applicant} `, en: `${applicant}, ` };
  return { zh: `${whose.zh}${zh}（${formatDate(occurredOn)}）`, en: `${whose.en}${en} on ${formatDate(occurredOn)}` };
}

type Labelled = { readonly name: string; readonly label: Text };

function labelIn(all: readonly Labelled[], name: string): Text {
  return all.find((one) => one.name === name)?.label ?? { zh: name, en: name };
}

function listIn(all: readonly Labelled[], names: readonly string[]): Text {
  const labels = names.map((name) => labelIn(all, name));
  return { zh: labels.map(({ zh }) => zh).join("、"), en: labels.map(({ en }) => en).join(", ") };
}

function reason(bodies: readonly Labelled[], procedure: Procedure, { asked, event, other, wrong }: Finding): Text {
  const says = "says" in asked ? asked.says : { zh: "", en: "" };
  const held = other === null ? { zh: "", en: "" } : eventInWords(procedure, other);
  switch (wrong.kind) {
    case "wrong-body": {
      const [by, may] = [labelIn(bodies, event.by), listIn(bodies, "by" in asked ? asked.by : [])];
      return { zh: `由${by.zh}办理，应当由${may.zh}办理`, en: `done by the ${by.en}; it is for the ${may.en}` };
    }
    case "no-evidence": {
      const missing = listIn(procedure.evidence, wrong.missing);
      return { zh: `缺少${missing.zh}`, en: `without its evidence: ${missing.en}` };
    }
    case "not-preceded":
      return { zh: `此前没有应有的步骤：${says.zh}`, en: `what must come before did not: ${says.en}` };
    case "not-as-required":
      return { zh: `与${held.zh}不符：${says.zh}`, en: `not in keeping with ${held.en}: ${says.en}` };
    case "too-soon": {
      const counted = periodInWords(wrong.end);
      return { zh: `过早：${says.zh}；${counted.zh}`, en: `too soon: ${says.en}; ${counted.en}` };
    }
    case "too-late":
    case "not-followed": {
      const counted = periodInWords(wrong.end);
      return { zh: `逾期：${says.zh}；${counted.zh}`, en: `late: ${says.en}; ${counted.en}` };
    }
    case "not-directly-preceded":
      return { zh: `紧接其前的不是应有的步骤：${says.zh}`, en: `the step right before it is another: ${says.en}` };
    case "never-allowed":
      return other === null ? says : { zh: `${says.zh}；未了结的是${held.zh}`, en: `${says.en}; still open is ${held.en}` };
    case "too-often":
      return { zh: `超过 ${wrong.allowed} 次：${says.zh}`, en: `more than ${wrong.allowed}: ${says.en}` };
    case "not-together":
      return { zh: `与${held.zh}并存：${says.zh}`, en: `beside ${held.en}: ${says.en}` };
  }
}
