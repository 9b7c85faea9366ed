/** The ledger has a row for every sentence of the law, and for nothing else. */
import type { Check } from "../context.js";
import { sentencesIn } from "../law-text.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const ledgerComplete: Check = {
  needs: ["law", "ledger"],
  find({ parts, provisions, sentences }) {
    const failures: PackFailure[] = [];
    const rows = new Map<string, number>();
    parts.ledger.provisions.forEach(({ provision: found, status, rules }, index) => {
      const place = placeIn("ledger.json", "provisions", index, "provision");
      const first = rows.get(found);
      if (provisions.has(found) && !sentences.includes(found)) {
        failures.push(packFailure(place, { code: "not-a-sentence", found, sentences: sentencesIn(found, sentences) }));
      } else if (first !== undefined) {
        failures.push(packFailure(place, { code: "duplicate-name", found, first: `ledger.json#/provisions/${first}` }));
      }
      if (first === undefined) rows.set(found, index);
      const rulesPlace = placeIn("ledger.json", "provisions", index, "rules");
      if (status === "encoded" && rules.length === 0) failures.push(packFailure(rulesPlace, { code: "encoded-without-rule" }));
      if (status === "out-of-scope" && rules.length > 0) {
        failures.push(packFailure(rulesPlace, { code: "rules-out-of-scope", status }));
      }
    });
    for (const sentence of sentences) {
      if (rows.has(sentence)) continue;
      failures.push(packFailure(placeIn("ledger.json", "provisions"), { code: "no-ledger-row", sentence }));
    }
    return failures;
  },
};
