/** A thread that makes parts of simulations until none is left. */
import { parentPort, workerData } from "node:worker_threads";
import { instantiate } from "../scoring/module.js";
import { makeParts, type SharedParts } from "./shared-parts.js";

const making = makeParts(await instantiate(), workerData as SharedParts);
let part = making.next();
while (!part.done) part = making.next();
parentPort?.postMessage(part.value);
