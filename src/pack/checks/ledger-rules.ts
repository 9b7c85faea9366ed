/** Ledger and rules name each other: no row names a rule that is not there, and each rule stands in a row of its provision. */
import { nearest } from "../../kernel/nearest.js";
import { type Check, type PlacedRule, rulesOf } from "../context.js";
import { sentencesIn } from "../law-text.js";
import { packFailure } from "../pack-failure.js";
import { inside, placeIn } from "../place.js";

export const ledgerNamesRules: Check = {
  needs: ["pack", "ledger", "rules"],
  find(context) {
    const known = rulesOf(context).map(nameOf);
    return context.parts.ledger.provisions.flatMap(({ rules }, index) =>
      rules.flatMap((found, at) => {
        if (known.includes(found)) return [];
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
    const known = rulesOf(context).map(nameOf);
    return rulesOf(context).flatMap((placed) => {
      const { provision } = placed.rule.event.params;
      const within = sentencesIn(provision, sentences);
      const rows = parts.ledger.provisions.filter((row) => within.includes(row.provision));
      const named = rows.flatMap(({ rules }) => rules);
      const rule = nameOf(placed);
      // A row that is missing is reported as such, and so is a rule whose name is misspelt in its row.
      const meant = named.filter((name) => !known.includes(name)).map((name) => nearest(name, known));
      if (rows.length === 0 || named.includes(rule) || meant.includes(rule)) return [];
      const problem = { code: "rule-not-in-ledger", rule, sentences: within } as const;
      return [packFailure(inside(placed.place, "event", "params", "provision"), problem, provision)];
    });
  },
};

function nameOf({ decision, rule }: PlacedRule): string {
  return `${decision}/${rule.name}`;
}
