/** Room in the module's memory for one call: handed out from the start of the heap on, and given back as a whole by the next. */
import type { ModuleBase } from "./instantiate.js";

export interface Workspace {
  /** @returns the address of so many bytes, zero or left over from before, in a place where any number may stand */
  room(bytes: number): number;
  /** Copies numbers in. @returns their address */
  put(numbers: ArrayBufferView): number;
  /** Copies numbers out into an array of their own. */
  take<T extends TypedArray>(type: TypeOf<T>, address: number, length: number): T;
}

type TypedArray = Uint8Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;
type TypeOf<T> = new (buffer: ArrayBufferLike, from?: number, length?: number) => T;

const PAGE_BYTES = 1 << 16;

/** @throws RangeError where the memory cannot grow to what is asked for */
export function workspaceIn({ memory, heapBase }: ModuleBase): Workspace {
  let next = align(heapBase());
  function room(bytes: number): number {
    const address = next;
    next = align(next + bytes);
    const lacking = next - memory.buffer.byteLength;
    if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE_BYTES));
    return address;
  }
  return {
    room,
    put(numbers) {
      const address = room(numbers.byteLength);
      new Uint8Array(memory.buffer).set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), address);
      return address;
    },
    // Copied, so that no view outlives the memory it was of.
    take: (type, address, length) => new type(memory.buffer, address, length).slice() as never,
  };
}

function align(address: number): number {
  return Math.ceil(address / 16) * 16;
}
