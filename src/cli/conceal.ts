/** By what key confidential values are digested: the operator's, or one for the life of the process. */
import { randomBytes } from "node:crypto";
import { readConfidentialKey } from "../files/confidential-key.js";
import { type Conceal, concealWith } from "../kernel/confidential/conceal.js";
import { LEAST_KEY_BYTES } from "../kernel/confidential/least-key-bytes.js";
import type { Text } from "../kernel/model.js";
import { BadInput, complaint } from "./complaint.js";
import { KEY_VARIABLE } from "./key-note.js";
import { type CommonOptions, screenFor } from "./options.js";
import { say } from "./screen.js";

/**
 * Without a key of the operator's one is made when it is first needed, and that is said on standard error.
 * @throws BadInput where the key that is set is none
 */
export function concealFromEnvironment(options: CommonOptions): Conceal {
  const written = process.env[KEY_VARIABLE];
  if (written !== undefined) {
    const key = readConfidentialKey(written);
    if (key === null) throw new BadInput([complaint("bad-confidential-key", BAD_KEY, { file: KEY_VARIABLE })]);
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

const KEY_MADE: Text = {
  zh: `未设 ${KEY_VARIABLE}：已为本次运行生成密钥，保密内容的摘要只在本次运行内可比`,
  en: `${KEY_VARIABLE} is not set: a key is made for this run, and digests of confidential values compare within it alone`,
};

const BAD_KEY: Text = {
  zh: `不是可用的密钥：请写至少 ${LEAST_KEY_BYTES} 字节的十六进制或 base64，例如 openssl rand -hex ${LEAST_KEY_BYTES} 的输出`,
  en: `no key: write at least ${LEAST_KEY_BYTES} bytes as hexadecimal or base64, as openssl rand -hex ${LEAST_KEY_BYTES} prints`,
};
