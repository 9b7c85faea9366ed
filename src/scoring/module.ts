/** The scoring module; the contract is `wasm/README.md`. */
import { bytesOf, instantiateModule, type ModuleBase } from "./instantiate.js";
import { MODULE } from "./module.generated.js";

/** Addresses and counts are numbers, 64-bit arguments bigints; what the functions do stands in `wasm/README.md`. */
export interface ScoringModule extends ModuleBase {
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

let compiled: Promise<WebAssembly.Module> | undefined;

/** The module, inflated and compiled once: for `instantiateCompiled` in another thread too. */
export function compiledScoring(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

/** A scoring module with a memory of its own. */
export async function instantiate(): Promise<ScoringModule> {
  return instantiateCompiled(await compiledScoring());
}

export const instantiateCompiled = instantiateModule<ScoringModule>;

async function compile(): Promise<WebAssembly.Module> {
  const bytes = new Blob([bytesOf(MODULE)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return WebAssembly.compile(await new Response(bytes).arrayBuffer());
}
