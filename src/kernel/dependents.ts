/** What rests on a fact: places of derived facts and rules in their plan, each in order. */
export interface Dependents {
  readonly derived: readonly number[];
  readonly rules: readonly number[];
}

export function unite(all: readonly Dependents[]): Dependents {
  const [first, ...others] = all;
  if (first === undefined) return { derived: [], rules: [] };
  if (others.length === 0) return first;
  return { derived: inOrder(all.flatMap(({ derived }) => derived)), rules: inOrder(all.flatMap(({ rules }) => rules)) };
}

/** Those of the dependents that are asked for. */
export function among(all: Dependents, asked: Dependents): Dependents {
  return {
    derived: all.derived.filter((place) => asked.derived.includes(place)),
    rules: all.rules.filter((place) => asked.rules.includes(place)),
  };
}

function inOrder(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}
