/** `all`, `any` and `not` over compiled conditions, in Kleene's logic. */
import type { Test } from "./node.js";
import { FALSE, negate, TRUE, type Truth, UNKNOWN } from "./truth.js";

export function all(parts: readonly Test[]): Test {
  if (parts.length === 1) return parts[0] as Test;
  const flags = parts.map(({ flag }) => flag);
  if (flags.every((flag) => flag !== undefined)) return allFlags(flags, parts);
  return {
    truth(state, row) {
      let truth: Truth = TRUE;
      for (let i = 0; i < parts.length; i += 1) {
        const part = (parts[i] as Test).truth(state, row);
        if (part === FALSE) return FALSE;
        if (part < truth) truth = part;
      }
      return truth;
    },
    open: openUnknown(parts),
  };
}

/** `all` of boolean facts, the commonest condition there is, in one loop. */
function allFlags(flags: readonly { readonly slot: number; readonly value: number }[], parts: readonly Test[]): Test {
  const slots = flags.map(({ slot }) => slot);
  const values = flags.map(({ value }) => value);
  return {
    truth({ scalars }) {
      let truth: Truth = TRUE;
      for (let i = 0; i < slots.length; i += 1) {
        const at = scalars[slots[i] as number] as number;
        if (at === values[i]) continue;
        if (at === at) return FALSE;
        truth = UNKNOWN;
      }
      return truth;
    },
    open: openUnknown(parts),
  };
}

export function any(parts: readonly Test[]): Test {
  if (parts.length === 1) return parts[0] as Test;
  return {
    truth(state, row) {
      let truth: Truth = FALSE;
      for (let i = 0; i < parts.length; i += 1) {
        const part = (parts[i] as Test).truth(state, row);
        if (part === TRUE) return TRUE;
        if (part > truth) truth = part;
      }
      return truth;
    },
    open: openUnknown(parts),
  };
}

export function not(part: Test): Test {
  return {
    ...(part.flag === undefined ? {} : { flag: { slot: part.flag.slot, value: 1 - part.flag.value } }),
    truth: (state, row) => negate(part.truth(state, row)),
    open: (state, row, sink) => part.open(state, row, sink),
  };
}

/** An unknown `all` has no false part and an unknown `any` no true one, so each unknown part still counts. */
function openUnknown(parts: readonly Test[]): Test["open"] {
  return (state, row, sink) => {
    for (const part of parts) if (part.truth(state, row) === UNKNOWN) part.open(state, row, sink);
  };
}
