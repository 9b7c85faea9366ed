/** Who supplies a fact, settles an interpretation or a tie, approves review rules or takes a step is a declared body. */
import { nearest } from "../../kernel/nearest.js";
import type { Selection } from "../../kernel/selection.js";
import type { Check } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { inside, placeIn } from "../place.js";
import { rulingsOf } from "../rulings.js";

export const bodiesKnown: Check = {
  needs: ["pack"],
  find({ parts, sound }) {
    const bodies = parts.pack.bodies.map(({ name }) => name);
    const named = [
      ...(sound.facts?.facts ?? []).map(({ suppliedBy }, index) => ({
        found: suppliedBy,
        place: placeIn("facts.json", "facts", index, "suppliedBy"),
      })),
      ...(sound.interpretations?.interpretations ?? []).map(({ settledBy }, index) => ({
        found: settledBy,
        place: placeIn("interpretations.json", "interpretations", index, "settledBy"),
      })),
      ...bodiesIn(sound.selection),
      ...(sound.procedure?.activities ?? []).flatMap(({ by }, index) =>
        by.map((found, at) => ({ found, place: placeIn("procedure.json", "activities", index, "by", at) })),
      ),
      ...(sound.obligations?.duties ?? []).map(({ by: found }, index) => ({
        found,
        place: placeIn("obligations.json", "duties", index, "by"),
      })),
    ];
    return named
      .filter(({ found }) => !bodies.includes(found))
      .map(({ found, place }) => packFailure(place, { code: "unknown-body", found, near: nearest(found, bodies) }));
  },
};

function bodiesIn(selection: Selection | undefined) {
  if (selection === undefined) return [];
  return rulingsOf(selection).flatMap(({ ruling, place }) =>
    "body" in ruling ? [{ found: ruling.body as string, place: inside(place, "body") }] : [],
  );
}
