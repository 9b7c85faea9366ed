/** By what key confidential values are digested: the operator's, or one for the life of the process. */
import { randomBytes } from "node:crypto";
import { readConfidentialKey } from "../files/confidential-key.js";
import { type Conceal, concealWith, LEAST_KEY_BYTES } from "../kernel/confidential/conceal.js";
import type { Text } from "../kernel/model.js";
import { BadInput, complaint } from "./complaint.js";
import { type CommonOptions, screenFor } from "./options.js";
import { say } from "./screen.js";

const VARIABLE = "QAK_CONFIDENTIAL_KEY";

/**
 * Without a key of the operator's one is made when it is first needed, and that is said on standard error.
 * @throws BadInput where the key that is set is none
 */
export function concealFromEnvironment(options: CommonOptions): Conceal {
  const written = process.env[VARIABLE];
  if (written !== undefined) {
    const key = readConfidentialKey(written);
    if (key === null) throw new BadInput([complaint("bad-confidential-key", BAD_KEY, { file: VARIABLE })]);
    return concealWith(key);
  }
  let made: Conceal | null = null;
  return (name, value) => {
    if (made === null) {
      made = concealWith(randomBytes(LEAST_KEY_BYTES));
      process.stderr.write(`${say(screenFor(process.stderr, options), KEY_MADE)}\n`);
    }
    return made(name, value);
  };
}

/** For the help of commands that answer questions. */
export const KEY_NOTE: Text = {
  zh: `保密内容的摘要以环境变量 ${VARIABLE} 为密钥（至少 ${LEAST_KEY_BYTES} 字节，十六进制或 base64）；未设则每次运行另生成一个，摘要只在该次运行内可比。`,
  en: `Confidential values leave as digests keyed by ${VARIABLE}, at least ${LEAST_KEY_BYTES} bytes as hexadecimal or base64; where it is not set each run makes a key, and digests compare within that run alone.`,
};

const KEY_MADE: Text = {
  zh: `未设 ${VARIABLE}：已为本次运行生成密钥，保密内容的摘要只在本次运行内可比`,
  en: `${VARIABLE} is not set: a key is made for this run, and digests of confidential values compare within it alone`,
};

const BAD_KEY: Text = {
  zh: `不是可用的密钥：请写至少 ${LEAST_KEY_BYTES} 字节的十六进制或 base64，例如 openssl rand -hex ${LEAST_KEY_BYTES} 的输出`,
  en: `no key: write at least ${LEAST_KEY_BYTES} bytes as hexadecimal or base64, as openssl rand -hex ${LEAST_KEY_BYTES} prints`,
};
