/**
 * One side of a comparison of runs in a process of its own: does the whole of it once and reports what it came to, then, if asked,
 * is timed in whole passes. Started by `runs.mjs` with one task as JSON.
 */
import { createHash } from "node:crypto";

const { side, args, time } = JSON.parse(process.argv[2]);
const { prepare } = await import(side);
const run = await prepare(...args);

if (run.timed !== undefined) {
  const { answer, us, cpuUs } = run.timed(time ?? { warmMs: 1, ms: 1 });
  report(answer, time === null ? null : { us, cpuUs });
} else {
  await run.pass();
  const answer = run.answer();
  report(answer, time === null ? null : await timing(time));
}

async function timing({ warmMs, ms }) {
  await repeat(warmMs);
  return repeat(ms);
}

async function repeat(ms) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let passes = 0;
  let elapsed = 0;
  do {
    const waits = run.pass();
    if (waits !== undefined) await waits;
    passes += 1;
    elapsed = performance.now() - start;
  } while (elapsed < ms);
  const { user, system } = process.cpuUsage(cpu);
  const items = passes * run.items;
  return { us: (elapsed * 1000) / items, cpuUs: (user + system) / items };
}

function report(answer, timed) {
  const digest = createHash("sha256").update(answer).digest("hex");
  const message = { digest, head: answer.slice(0, 80), timing: timed, memory: process.resourceUsage().maxRSS * 1024 };
  process.send(message, () => process.disconnect());
}
