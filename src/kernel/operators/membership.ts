import { openValue, type Test, type Value } from "../node.js";
import { asAtom } from "../state.js";
import { FALSE, TRUE, type Truth, truthOf, UNKNOWN } from "../truth.js";

/** `in`: the value is one of `members`, indices of enum values. */
export function isIn(value: Value, members: ReadonlySet<number>): Test {
  return {
    truth(state, row) {
      const at = value.at(state, row);
      if (at === at) return truthOf(members.has(at));
      return between(value.low(state, row), value.high(state, row));
    },
    open(state, row, sink) {
      openValue(value, state, row, asAtom(sink));
    },
  };

  function between(low: number, high: number): Truth {
    let inside = 0;
    for (let index = low; index <= high; index += 1) if (members.has(index)) inside += 1;
    if (inside === 0) return FALSE;
    return inside === high - low + 1 ? TRUE : UNKNOWN;
  }
}
