/** What the states of a provision in the ledger are called, wherever they are told. */
import type { LedgerRow } from "../kernel/model.js";
import type { Text } from "../kernel/text.js";

export const LEDGER_STATUS: Readonly<Record<LedgerRow["status"], Text>> = {
  encoded: { zh: "已编入", en: "encoded" },
  finding: { zh: "须由人认定", en: "finding, a person must judge" },
  procedure: { zh: "程序", en: "procedure" },
  obligation: { zh: "义务", en: "obligation" },
  definition: { zh: "定义", en: "definition" },
  "out-of-scope": { zh: "不在范围", en: "out of scope" },
};
