/** What cases are made of. */
import type { Criteria } from "../../src/kernel/criteria.js";
import type { Fraction } from "../../src/scoring/fractions.js";
import { fraction } from "../../src/scoring/reference/fraction.js";
import { drawsOf } from "../../src/scoring/reference/random.js";

/** Numbers of no meaning, for each kind of case its own: the same on every machine. */
export const draw = (run: number) => drawsOf(20_230_071n, run);

/** Points by category, of GB/Z 19579-2012. */
export const GBZ_19579 = [
  [50, 30, 30],
  [40, 50],
  [40, 50],
  [20, 25, 20, 15, 20],
  [60, 40],
  [40, 30],
  [80, 80, 80, 60, 60, 40, 40],
];

export const U64 = 2n ** 64n - 1n;

export const whole = (number: number): Fraction => fraction(BigInt(number), 1n);

/** Criteria with nothing but what is counted by. */
export function criteriaOf(scale: Omit<Criteria["scale"], "unit">, points: readonly (readonly number[])[]): Criteria {
  const title = { zh: "", en: "" };
  return {
    standard: "",
    pointsFrom: "",
    scale: { unit: "mark", ...scale },
    categories: points.map((own, category) => ({
      clause: `${category + 1}`,
      title,
      points: own.reduce((sum, number) => sum + number, 0),
      items: own.map((number, item) => ({ clause: `${category + 1}.${item + 1}`, title, points: number })),
    })),
  };
}
