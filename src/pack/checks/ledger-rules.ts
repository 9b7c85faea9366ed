/**
 * Ledger and what encodes the law name each other: no row names a rule, or a line of the selection, that is not there,
 * and each of them stands in a row of its provision.
 */
import { nearest } from "../../kernel/nearest.js";
import type { Check } from "../context.js";
import { encodersOf, encodingPart } from "../encoders.js";
import { sentencesIn } from "../law-text.js";
import { packFailure } from "../pack-failure.js";
import type { PartName } from "../parts.js";
import { inside, placeIn } from "../place.js";

export const ledgerNamesRules: Check = {
  needs: ["pack", "ledger", "rules"],
  find(context) {
    const { parts, sound, given } = context;
    const known = encodersOf(context).map(({ name }) => name);
    const isUnsound = (part: PartName | undefined) => part !== undefined && given.has(part) && sound[part] === undefined;
    return parts.ledger.provisions.flatMap(({ rules }, index) =>
      rules.flatMap((found, at) => {
        if (known.includes(found) || isUnsound(encodingPart(found))) return [];
        const place = placeIn("ledger.json", "provisions", index, "rules", at);
        return [packFailure(place, { code: "unknown-rule", found, near: nearest(found, known) })];
      }),
    );
  },
};

export const rulesStandInLedger: Check = {
  needs: ["law", "ledger"],
  find(context) {
    const { parts, sentences } = context;
    const encoders = encodersOf(context);
    const known = encoders.map(({ name }) => name);
    return encoders.flatMap(({ name: rule, provision, place }) => {
      const within = sentencesIn(provision, sentences);
      const rows = parts.ledger.provisions.filter((row) => within.includes(row.provision));
      const named = rows.flatMap(({ rules }) => rules);
      // A row that is missing is reported as such, and so is a rule whose name is misspelt in its row.
      const meant = named.filter((name) => !known.includes(name)).map((name) => nearest(name, known));
      if (rows.length === 0 || named.includes(rule) || meant.includes(rule)) return [];
      const problem = { code: "rule-not-in-ledger", rule, sentences: within } as const;
      return [packFailure(inside(place, "provision"), problem, provision)];
    });
  },
};
