/** Complete questions drawn by a seed: the same for the same award, on every machine. */
import type { JsonValue, Question } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { addYears, FIRST_DAY, formatDate, LAST_DAY, parseDate } from "../kernel/date.js";
import type { ScalarType } from "../kernel/model.js";
import type { Plan } from "../kernel/plan.js";

/** Days and numbers near each other meet more thresholds than days of three centuries. */
const YEARS_AROUND = 12;
const MOST_ROWS = 3;

/** @returns so many questions to each decision of the award, every fact that it reads given */
export function randomQuestions(award: Award, each: number): readonly Question[] {
  const random = randomOf(award.ruleset.digest);
  return [...award.plans.values()].flatMap((plan) => Array.from({ length: each }, () => questionTo(award, plan, random)));
}

/** @returns a whole number from `low` to `high`, both included */
type Random = (low: number, high: number) => number;

function questionTo(award: Award, plan: Plan, random: Random): Question {
  const from = parseDate(award.files.pack.inForce.from) ?? FIRST_DAY;
  const asOf = random(from, Math.min(LAST_DAY, addYears(from, YEARS_AROUND)));
  const facts: Record<string, JsonValue> = {};
  const interpretations: Record<string, string> = {};
  for (const name of plan.reads) {
    if (name.source === "given") facts[name.name] = drawn(name.fact, asOf, plan.constants, random);
    else if (name.source === "given-list") {
      const { fields, maxItems } = name.fact;
      const rows = random(0, Math.min(MOST_ROWS, maxItems));
      facts[name.name] = Array.from({ length: rows }, () =>
        Object.fromEntries(fields.map((field) => [field.name, drawn(field, asOf, plan.constants, random)])),
      );
    } else if (name.source === "interpretation") {
      const { readings } = name.interpretation;
      interpretations[name.name] = readings[random(0, readings.length - 1)]?.name ?? name.interpretation.default;
    }
  }
  return { decision: plan.declaration.name, asOf: formatDate(asOf), facts, interpretations };
}

function drawn(type: ScalarType, asOf: number, constants: readonly number[], random: Random): JsonValue {
  switch (type.type) {
    case "boolean":
      return random(0, 4) > 0;
    case "enum":
      return type.values[random(0, type.values.length - 1)]?.name ?? null;
    case "integer": {
      // Half of them where the rules change their mind.
      const near = (constants[random(0, Math.max(0, constants.length - 1))] ?? 0) + random(-1, 1);
      const isWithin = near >= type.min && near <= type.max;
      return isWithin && random(0, 1) === 0 ? near : random(type.min, type.max);
    }
    case "date": {
      const latest = type.past ? asOf : Math.min(LAST_DAY, addYears(asOf, YEARS_AROUND));
      const earliest = Math.max(FIRST_DAY, addYears(asOf, -YEARS_AROUND));
      // Half of them on an anniversary, or a day beside it.
      const anniversary = Math.min(latest, addYears(asOf, -random(0, YEARS_AROUND - 1)) + random(-1, 1));
      return formatDate(random(0, 1) === 0 ? Math.max(earliest, anniversary) : random(earliest, latest));
    }
  }
}

/** SplitMix32, whose 32 bits are enough to draw from. @param seed hexadecimal digits after a colon */
function randomOf(seed: string): Random {
  let state = Number.parseInt(seed.slice(seed.indexOf(":") + 1).slice(0, 8), 16) | 0;
  return (low, high) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    const share = ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
    return low + Math.floor(share * (high - low + 1));
  };
}
