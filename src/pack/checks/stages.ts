/** Of the stages of a selection one at most decides who goes on, before those that rank; and one at least ranks. */
import type { Selection } from "../../kernel/selection.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

const FILE = "selection.json";

export const stagesInOrder: Check = {
  needs: ["selection"],
  find: ({ parts: { selection } }) => [...wrongWithStages(selection), ...wrongWithLine(selection)],
};

function wrongWithStages({ stages }: Selection): readonly PackFailure[] {
  const first = stages.find(({ decides }) => decides === "shortlist");
  const ranking = stages.findIndex(({ decides }) => decides === "ranking");
  const failures = stages.flatMap((stage, index) => {
    if (stage.decides === "ranking") return [];
    const place = placeIn(FILE, "stages", index, "decides");
    const { name: found } = stage;
    if (first !== undefined && stage !== first) return [packFailure(place, { code: "two-shortlists", found, first: first.name })];
    const before = stages[ranking];
    if (before === undefined || index < ranking) return [];
    return [packFailure(place, { code: "shortlist-too-late", found, before: before.name })];
  });
  return ranking === -1 ? [...failures, packFailure(placeIn(FILE, "stages"), { code: "no-ranking-stage" })] : failures;
}

/** What the law says of the shortlist is there exactly where a stage decides it. */
function wrongWithLine({ stages, shortlist }: Selection): readonly PackFailure[] {
  const isDecided = stages.some(({ decides }) => decides === "shortlist");
  if (isDecided === (shortlist !== undefined)) return [];
  if (isDecided) return [packFailure(placeIn(FILE), { code: "missing-member", name: "shortlist" })];
  return [packFailure(placeIn(FILE, "shortlist"), { code: "stray-shortlist" })];
}
