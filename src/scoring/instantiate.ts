/** A module as it is carried along, in Base64, made ready to run. */

/** Of the modules this code was written for. */
export const ABI_VERSION = 3;

/** What every module exports. */
export interface ModuleBase {
  readonly memory: WebAssembly.Memory;
  abiVersion(): number;
  /** The first byte of the memory that is the host's. */
  heapBase(): number;
}

/**
 * An instance with a memory of its own.
 * @throws Error where it is not of the version this code was made for
 */
export async function instantiateModule<T extends ModuleBase>(module: WebAssembly.Module): Promise<T> {
  return check((await WebAssembly.instantiate(module)).exports as unknown as T);
}

/**
 * Asks for the version, and nothing else before.
 * @throws Error where the module is not one this code was made for
 */
export function check<T extends ModuleBase>(module: T): T {
  const version = module.abiVersion();
  if (version !== ABI_VERSION) throw new Error(`the scoring module is of version ${version}, not ${ABI_VERSION}`);
  return module;
}

/**
 * @param run a call of the module, and nothing else
 * @throws RangeError where the module gave up, since a number would not fit
 */
export function exactly(run: () => void): void {
  try {
    run();
  } catch (error) {
    throw new RangeError("sheets too many and too different for 64 bits", { cause: error });
  }
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
