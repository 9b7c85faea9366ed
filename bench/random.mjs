/** Numbers that look random and are the same on every machine. */

/**
 * Small and the same everywhere (mulberry32).
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  const pick = (from) => from[below(from.length)];
  const two = (number) => String(number).padStart(2, "0");
  return {
    below,
    pick,
    /** A day of the years from `first` to `last`; of 2024 one before June. */
    date: (first, last) => {
      const year = first + below(last - first + 1);
      const month = 1 + below(year === 2024 ? 5 : 12);
      return `${year}-${two(month)}-${two(1 + below(28))}`;
    },
    /** One made by `make` or two, with the chance given; else none. */
    some: (chance, make) => (next() < chance ? Array.from({ length: 1 + below(2) }, make) : []),
    several: (from, count) => {
      const left = [...from];
      return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0]);
    },
  };
}
