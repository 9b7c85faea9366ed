/** The wording of a rule speaks, in both languages, of values that the rule reads. */
import type { Text } from "../../kernel/model.js";
import type { Name } from "../../kernel/names.js";
import { nearest } from "../../kernel/nearest.js";
import { placeholders } from "../../kernel/wording.js";
import { type Check, rulesOf, soundReadsOf } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place } from "../place.js";

export const wordingsFit: Check = {
  needs: ["facts", "parameters", "interpretations"],
  find: (context) =>
    rulesOf(context).flatMap((placed) => {
      const { rule, place } = placed;
      const reads = soundReadsOf(placed, context);
      if (reads === null) return [];
      const params = inside(place, "event", "params");
      return [
        ...wrongIn(rule.event.params.says, reads, inside(params, "says")),
        ...(rule.event.params.consequences ?? []).flatMap(({ says }, index) =>
          wrongIn(says, reads, inside(params, "consequences", index, "says")),
        ),
      ];
    }),
};

export function wrongIn(says: Text, reads: ReadonlySet<Name>, place: Place): readonly PackFailure[] {
  const zh = new Set(placeholders(says.zh));
  const en = new Set(placeholders(says.en));
  const failures = (["zh", "en"] as const).flatMap((language) => wrongInText(says[language], reads, inside(place, language)));
  const alike = [...zh].every((name) => en.has(name)) && zh.size === en.size;
  if (alike || failures.length > 0) return failures;
  const expected = [...zh].join(", ") || "none";
  return [packFailure(inside(place, "en"), { code: "placeholders-differ", found: [...en], expected })];
}

function wrongInText(text: string, reads: ReadonlySet<Name>, place: Place): readonly PackFailure[] {
  const known = [...reads].filter(({ source }) => source !== "given-list");
  const names = known.map(({ name }) => name);
  const unread = [...new Set(placeholders(text))].filter((found) => !names.includes(found));
  const stray = text.replaceAll(/\{[A-Za-z]\w*\}/g, "").match(/\{[^{}]*\}?|\}/);
  return [
    ...unread.map((found) => packFailure(place, { code: "unread-placeholder", found, near: nearest(found, names) })),
    ...(stray === null ? [] : [packFailure(place, { code: "stray-brace", found: stray[0] })]),
  ];
}
