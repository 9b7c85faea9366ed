/** A consequence that several rules bring about is the same each time, since it is stated once. */
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const consequencesAgree: Check = {
  needs: [],
  find: ({ rules }) =>
    [...rules].flatMap(([decision, file]) => {
      const first = new Map<string, { readonly rule: string; readonly content: string }>();
      return file.flatMap(({ name: rule, event }, index): readonly PackFailure[] =>
        (event.params.consequences ?? []).flatMap((consequence, at) => {
          const { name, provision, quote, says, value } = consequence;
          const key = `${name} ${provision}`;
          const content = JSON.stringify([quote, says.zh, says.en, value?.fact]);
          const known = first.get(key);
          if (known === undefined) first.set(key, { rule, content });
          // Twice in one rule it is a name declared twice, which `names.ts` reports.
          if (known === undefined || known.rule === rule || known.content === content) return [];
          const place = placeIn(`${decision}.json`, index, "event", "params", "consequences", at);
          return [packFailure(place, { code: "consequence-differs", found: name, rule: known.rule })];
        }),
      );
    }),
};
