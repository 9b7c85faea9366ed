/** One small change of a pack's JSON, drawn at random: what an author's slip leaves behind. */
import fc from "fast-check";
import { pointerStep } from "../../src/kernel/failure.js";
import type { Change } from "./changed-pack.js";
import { patched } from "./changed-pack.js";

export interface Mutant {
  readonly pack: unknown;
  readonly change: Extract<Change, { op: string }>;
}

const JUNK: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  "",
  "x",
  "asOf",
  "constructor",
  "__proto__",
  "2031-01-01",
  "{asOf}",
  [],
  {},
  [[]],
  { fact: "asOf" },
  { all: [] },
  { op: "sum", of: [1] },
];

/** Deletes a member, changes its type, swaps it with another value of the pack, renames it, or doubles an element. */
export function mutantOf(pack: unknown): fc.Arbitrary<Mutant> {
  const places = placesIn(pack);
  const strings = [...new Set(places.map(({ value }) => value).filter((value) => typeof value === "string"))];
  const small = places.map(({ value }) => value).filter((value) => JSON.stringify(value).length < 400);
  return fc.constantFrom(...places).chain(({ pointer, value }) => {
    const change = (op: "add" | "replace", to: unknown) => ({ op, file: "", path: pointer, value: to }) as const;
    return fc
      .oneof(
        fc.constant({ op: "remove", file: "", path: pointer } as const),
        fc.constantFrom(...JUNK).map((junk) => change("replace", junk)),
        fc.constantFrom(...(typeof value === "string" ? strings : small)).map((other) => change("replace", other)),
        fc.constant(change("add", value)),
        fc.constant(typeof value === "number" ? change("replace", value + 1) : change("replace", renamed(value))),
      )
      .map((drawn) => ({
        pack: patched(pack, drawn),
        change: drawn,
        // A counterexample is the change, not the whole pack.
        [fc.toStringMethod]: () => JSON.stringify(drawn),
      }));
  });
}

/** The first member under another name, the first element again, a string with a letter more. */
function renamed(value: unknown): unknown {
  if (typeof value === "string") return `${value}s`;
  if (Array.isArray(value)) return value.slice(0, 1).concat(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member], index) => [index === 0 ? `${key}s` : key, member]));
}

function placesIn(pack: unknown): readonly { readonly pointer: string; readonly value: unknown }[] {
  const places: { pointer: string; value: unknown }[] = [];
  const visit = (value: unknown, pointer: string) => {
    if (pointer !== "") places.push({ pointer, value });
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) visit(member, pointer + pointerStep(key));
  };
  visit(pack, "");
  return places;
}
