/** SplitMix64: a sequence for each seed, the same on every machine, and for each number of a run its own. */

const STEP: u64 = 0x9e3779b97f4a7c15;

let state: u64 = 0;

function mix(value: u64): u64 {
  let z = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/** Begins the sequence of run number `run`, which rests on nothing that was drawn before. */
export function seedRun(seed: u64, run: u64): void {
  state = mix(seed + STEP) ^ mix(run * STEP + 1);
}

/** One of 0 to `bound - 1`, by the upper 32 bits; none is likelier than another by more than `bound` in 2^32. */
export function draw(bound: u32): u32 {
  state += STEP;
  return <u32>(((mix(state) >> 32) * <u64>bound) >> 32);
}
