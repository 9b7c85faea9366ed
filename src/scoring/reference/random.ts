/** SplitMix64, a sequence for each run of a seed. */

const STEP = 0x9e3779b97f4a7c15n;

/** @returns draws one of 0 to `bound - 1`, by the upper 32 bits of the next number */
export function drawsOf(seed: bigint, run: number): (bound: number) => number {
  let state = mix(wrap(seed + STEP)) ^ mix(wrap(BigInt(run) * STEP + 1n));
  return (bound) => {
    state = wrap(state + STEP);
    return Number(((mix(state) >> 32n) * BigInt(bound)) >> 32n);
  };
}

function mix(value: bigint): bigint {
  const once = wrap((value ^ (value >> 30n)) * 0xbf58476d1ce4e5b9n);
  const twice = wrap((once ^ (once >> 27n)) * 0x94d049bb133111ebn);
  return twice ^ (twice >> 31n);
}

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
