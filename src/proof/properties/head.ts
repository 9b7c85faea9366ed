import type { Property } from "../../kernel/model.js";
import type { ResultHead } from "../result.js";

/** What the result of a listed property is about. */
export function headOf(property: Property): ResultHead {
  const { name, kind, provision, says } = property;
  return { property: name, kind, decision: "decision" in property ? property.decision : null, provision, says };
}
