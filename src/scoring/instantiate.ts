/** A module as it is carried along, deflated and in Base64, made ready to run. */

/** Of the modules this code was written for. */
export const ABI_VERSION = 1;

/** What every module exports. */
export interface ModuleBase {
  readonly memory: WebAssembly.Memory;
  abiVersion(): number;
  /** The first byte of the memory that is the host's. */
  heapBase(): number;
}

const compiled = new Map<string, Promise<WebAssembly.Module>>();

/**
 * An instance with a memory of its own; each module is compiled once.
 * @throws Error where it is not of the version this code was made for
 */
export async function instantiateModule<T extends ModuleBase>(module: string): Promise<T> {
  const ready = compiled.get(module) ?? compile(module);
  compiled.set(module, ready);
  return check((await WebAssembly.instantiate(await ready)).exports as unknown as T);
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

/** @throws RangeError where the module gave up, since a number would not fit */
export function exactly(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw new RangeError("the numbers of sheets are too many and too different for exact numbers of 64 bits", { cause: error });
  }
}

async function compile(module: string): Promise<WebAssembly.Module> {
  const deflated = Uint8Array.from(atob(module), (character) => character.charCodeAt(0));
  const bytes = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return WebAssembly.compile(await new Response(bytes).arrayBuffer());
}
