/** JSON as `JSON.stringify(value, null, 2)` writes it, in pieces: a list of a million items is more than one string holds. */

/** @param record one member at least; lists right below it come item by item */
export function* jsonPieces(record: object): Generator<string> {
  let before = "{";
  for (const [name, member] of Object.entries(record) as [string, unknown][]) {
    if (member === undefined) continue;
    yield `${before}\n  ${JSON.stringify(name)}: `;
    if (Array.isArray(member) && member.length > 0) yield* listPieces(member);
    else yield indented(member, "  ");
    before = ",";
  }
  yield "\n}\n";
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const item of list) {
    yield `${before}\n    ${indented(item, "    ")}`;
    before = ",";
  }
  yield "\n  ]";
}

/** No text in JSON has an end of line in it: each is one between members. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${by}`);
}
