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
  const exports = (await WebAssembly.instantiate(await ready)).exports as unknown as T;
  if (exports.abiVersion() !== ABI_VERSION)
    throw new Error(`the module is of version ${exports.abiVersion()}, not ${ABI_VERSION}`);
  return exports;
}

async function compile(module: string): Promise<WebAssembly.Module> {
  const deflated = Uint8Array.from(atob(module), (character) => character.charCodeAt(0));
  const bytes = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return WebAssembly.compile(await new Response(bytes).arrayBuffer());
}
