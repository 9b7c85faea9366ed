/** What the help of commands says of the key; it loads nothing that digests. */
import { LEAST_KEY_BYTES } from "../kernel/confidential/least-key-bytes.js";
import type { Text } from "../kernel/model.js";

export const KEY_VARIABLE = "QAK_CONFIDENTIAL_KEY";

/** For the help of commands by which confidential values leave. */
export const KEY_NOTE: Text = {
  zh: `保密内容的摘要以环境变量 ${KEY_VARIABLE} 为密钥（至少 ${LEAST_KEY_BYTES} 字节，十六进制或 base64）；未设则每次运行另生成一个，摘要只在该次运行内可比。`,
  en: `Confidential values leave as digests keyed by ${KEY_VARIABLE}, at least ${LEAST_KEY_BYTES} bytes as hexadecimal or base64; where it is not set each run makes a key, and digests compare within that run alone.`,
};
