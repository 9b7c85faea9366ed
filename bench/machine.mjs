/** The machine a result was measured on; no name and no date, so that a second run on it changes numbers only. */
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";

export function machine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    os: `${type()} ${release()}`,
  };
}

/** A note where others were using the machine as the run began; the sides take turns, so both are slowed, but not evenly. */
export function busy() {
  const [load] = loadavg();
  const text = `the machine was not idle when this began: load ${load.toFixed(1)} on ${availableParallelism()} cores; trust "by cpu" more`;
  return load > availableParallelism() / 4 ? { machine: [text] } : {};
}
