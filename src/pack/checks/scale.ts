/** The scale has room for a choice and comes out even, and the bands lie on it. */
import type { Band, Scale } from "../../kernel/criteria.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

const FULL_PERCENT = 100;

export const scaleEven: Check = {
  needs: ["criteria"],
  find({ parts: { criteria } }) {
    const failures = wrongWithScale(criteria.scale, placeIn("criteria.json", "scale"));
    if (failures.length > 0) return failures;
    return wrongWithBands(criteria.bands ?? [], criteria.scale, placeIn("criteria.json", "bands"));
  },
};

function wrongWithScale({ unit, min, max, step }: Scale, place: Place): readonly PackFailure[] {
  const wrongMax = (expected: string) => [packFailure(inside(place, "max"), { code: "out-of-range", found: max, expected })];
  if (unit === "percent" && max !== FULL_PERCENT) return wrongMax(String(FULL_PERCENT));
  if (min >= max) return wrongMax(`> ${min}`);
  if ((max - min) % step === 0) return [];
  return [packFailure(inside(place, "step"), { code: "uneven-steps", found: step, min, max })];
}

function wrongWithBands(bands: readonly Band[], { min, max, step }: Scale, place: Place): readonly PackFailure[] {
  const expected = `${min}, ${min + step}, … ${max}`;
  const isOff = (value: number) => value < min || value > max || (value - min) % step !== 0;
  return bands.flatMap(({ from, to }, index) => {
    const at = inside(place, index);
    const off = (["from", "to"] as const).filter((end) => isOff({ from, to }[end]));
    if (off.length > 0) {
      return off.map((end) => packFailure(inside(at, end), { code: "off-scale", found: { from, to }[end], expected }));
    }
    if (to < from) return [packFailure(inside(at, "to"), { code: "empty-range", found: to, min: from })];
    const before = bands[index - 1];
    if (before === undefined || from > before.to) return [];
    return [packFailure(inside(at, "from"), { code: "bands-overlap", found: from, expected: `> ${before.to}` })];
  });
}
