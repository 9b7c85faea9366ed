import type { Award } from "../kernel/award.js";

/** An award as `GET /v1/awards` and `qak awards --json` list it: without the rules themselves. */
export function summaryOf({ id, digest, files: { pack } }: Award) {
  const { title, documentNumber, inForce, succeededBy, decisions } = pack;
  return {
    id,
    title,
    documentNumber,
    inForce: { from: inForce.from, until: inForce.until },
    succeededBy,
    digest,
    decisions: decisions.map(({ name, title, question }) => ({ name, title, question })),
  };
}
