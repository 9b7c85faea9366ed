/** The reading module; the contract is `wasm/README.md`. */
import { bytesOf, instantiateModule, type ModuleBase } from "./instantiate.js";
import { MODULE } from "./reading-module.generated.js";

export interface ReadingModule extends ModuleBase {
  accumulate(totals: number, count: number, keys: number, groups: number, spreads: number): number;
  scan(task: number): void;
  rehash(table: number): void;
  markSeen(set: number, applicants: number, reviewers: number, stages: number, from: number, count: number): number;
  moveSeen(from: number, to: number): void;
  totals(sheets: number, count: number, stride: number, weights: number, top: number, out: number): number;
  bounds(sheets: number, count: number, stride: number, weights: number, least: number, top: number, out: number): number;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** A reading module with a memory of its own; it is compiled once. */
export async function instantiateReading(): Promise<ReadingModule> {
  compiled ??= WebAssembly.compile(bytesOf(MODULE));
  return instantiateModule<ReadingModule>(await compiled);
}
