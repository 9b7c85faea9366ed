/** The scoring module (`wasm/README.md`), and room in its memory. */
import { MODULE } from "./module.generated.js";

/** Of the module this code was written for. */
export const ABI_VERSION = 1;

/** Addresses and counts are numbers, 64-bit arguments bigints; what the functions do stands in `wasm/README.md`. */
export interface ScoringModule {
  readonly memory: WebAssembly.Memory;
  abiVersion(): number;
  heapBase(): number;
  firstWrong(sheets: number, count: number, stride: number, used: number, least: number, top: number, step: number): number;
  totals(sheets: number, count: number, stride: number, weights: number, top: number, out: number): number;
  bounds(sheets: number, count: number, stride: number, weights: number, least: number, top: number, out: number): number;
  subtotals(
    sheets: number,
    count: number,
    stride: number,
    items: number,
    weights: number,
    top: number,
    groups: number,
    groupCount: number,
    out: number,
  ): void;
  accumulate(totals: number, count: number, keys: number, groups: number, sums: number, counts: number): number;
  group(totals: number, count: number, keys: number, groups: number, starts: number, values: number, sources: number): number;
  aggregate(values: number, starts: number, groups: number, drop: number, fractions: number, spreads: number): void;
  composite(stages: number, stageCount: number, count: number, weights: number, whole: number, out: number): void;
  rank(fractions: number, count: number, order: number, ranks: number, scratch: number): number;
  standings(lows: number, highs: number, count: number, first: number, out: number, scratch: number): void;
  resample(
    panels: number,
    panelCount: number,
    applicants: number,
    seed: bigint,
    from: number,
    to: number,
    first: number,
    counts: number,
    ties: number,
    scratch: number,
  ): void;
  reweigh(
    terms: number,
    weights: number,
    weightCount: number,
    applicants: number,
    spread: number,
    seed: bigint,
    from: number,
    to: number,
    first: number,
    counts: number,
    ties: number,
    scratch: number,
  ): void;
}

let compiled: Promise<WebAssembly.Module> | null = null;

/**
 * A module with a memory of its own; it is compiled once.
 * @throws Error where it is not the one this code was made for
 */
export async function instantiate(): Promise<ScoringModule> {
  compiled ??= compile();
  const module = (await WebAssembly.instantiate(await compiled)).exports as unknown as ScoringModule;
  if (module.abiVersion() !== ABI_VERSION)
    throw new Error(`the scoring module is of version ${module.abiVersion()}, not ${ABI_VERSION}`);
  return module;
}

async function compile(): Promise<WebAssembly.Module> {
  const deflated = Uint8Array.from(atob(MODULE), (character) => character.charCodeAt(0));
  const bytes = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return WebAssembly.compile(await new Response(bytes).arrayBuffer());
}
