/** Shape of ledger.json. */
import { list, namesOnce, object, oneOf, type Shape, text, texts } from "./plain.js";

const row = object({
  provision: text,
  status: oneOf("encoded", "finding", "procedure", "obligation", "definition", "out-of-scope"),
  reason: texts,
  rules: namesOnce(text, 0),
});

export const ledger: Shape = object({ provisions: list(row, 1) });
