/** What commander finds wrong with a command line, as a complaint like any other. */
import type { CommanderError } from "commander";
import { BadInput, type Complaint, complaint } from "./complaint.js";

/** @param error whose message names what was typed in quotes, and what may have been meant */
export function usageProblem(error: CommanderError, command: string): BadInput {
  const text = error.message.replace(/^error: /, "");
  const typed = /'([^']*)'/.exec(text)?.[1] ?? "";
  const near = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(text)?.[1];
  const help = `${command} --help`;
  const meant = {
    zh: near === undefined ? `：请看 \`${help}\`` : `：是否为 \`${near}\`？`,
    en: near === undefined ? `: see \`${help}\`` : `: did you mean \`${near}\`?`,
  };
  return new BadInput([usageComplaint(error.code, text, typed, meant, help)]);
}

function usageComplaint(code: string, text: string, typed: string, meant: { zh: string; en: string }, help: string): Complaint {
  switch (code) {
    case "commander.unknownCommand":
      return complaint("unknown-command", {
        zh: `没有命令 \`${typed}\`${meant.zh}`,
        en: `no such command \`${typed}\`${meant.en}`,
      });
    case "commander.unknownOption":
      return complaint("unknown-option", {
        zh: `没有选项 \`${typed}\`${meant.zh}`,
        en: `no such option \`${typed}\`${meant.en}`,
      });
    case "commander.missingArgument":
      return complaint("missing-argument", { zh: `缺少 <${typed}>${meant.zh}`, en: `<${typed}> is missing${meant.en}` });
    case "commander.optionMissingArgument":
      return complaint("missing-argument", { zh: `\`${typed}\` 缺少值${meant.zh}`, en: `\`${typed}\` needs a value${meant.en}` });
    case "commander.excessArguments":
      return complaint("excess-arguments", { zh: `参数过多${meant.zh}`, en: `too many arguments${meant.en}` });
    case "commander.invalidArgument":
      return invalidArgument(text, typed, help);
    default:
      return complaint("bad-usage", { zh: text, en: text });
  }
}

/** `option '--port <number>' argument '99999' is invalid. Allowed choices are a, b.` */
function invalidArgument(text: string, option: string, help: string): Complaint {
  const given = /argument '([^']*)' is invalid/.exec(text)?.[1] ?? "";
  const choices = /Allowed choices are (.*)\./.exec(text)?.[1];
  const reason = /is invalid\. (.+)$/.exec(text)?.[1];
  const message = {
    zh: `\`${given}\` 不能用于 \`${option}\`：${choices === undefined ? `请看 \`${help}\`` : `可用 ${choices}`}`,
    en: `\`${given}\` is no value for \`${option}\`: ${choices === undefined ? (reason ?? `see \`${help}\``) : `write one of ${choices}`}`,
  };
  return complaint("bad-argument", message);
}
