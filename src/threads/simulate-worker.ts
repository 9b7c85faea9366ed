/** A thread that makes parts of simulations until none is left. */
import { parentPort, workerData } from "node:worker_threads";
import { instantiateCompiled } from "../scoring/module.js";
import { makeParts, type SharedParts } from "./shared-parts.js";

export interface WorkerTask {
  readonly parts: SharedParts;
  readonly compiled: WebAssembly.Module;
}

const { parts, compiled } = workerData as WorkerTask;
const making = makeParts(await instantiateCompiled(compiled), parts);
let part = making.next();
while (!part.done) part = making.next();
parentPort?.postMessage(part.value);
