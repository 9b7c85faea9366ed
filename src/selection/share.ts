import { type Fraction, rounded } from "../scoring/fractions.js";
import type { Share } from "./stability-answer.js";

/** As it is written: to a tenth of a percent, and none looks like all or nothing that is not. */
export function shareOf({ over, under }: Fraction): Share {
  return { percent: percentOf({ over, under }), over: String(over), under: String(under) };
}

function percentOf({ over, under }: Fraction): string {
  if (over === 0n || over === under) return over === 0n ? "0" : "100";
  const tenths = rounded({ over: 1000n * over, under });
  if (tenths === 0n) return "<0.1";
  if (tenths === 1000n) return ">99.9";
  return `${tenths / 10n}.${tenths % 10n}`;
}
