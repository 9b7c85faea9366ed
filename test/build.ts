/**
 * Builds the package once before the tests, so that those that start the command start what ships; in a whole run, `QAK_CHECK=1`,
 * what checks the source itself runs beside that, and a run in which it fails ends before its first test.
 */
import { spawn } from "node:child_process";

const CHECKS = ["check:types", "check:lint", "check:floors"];

export async function setup(): Promise<void> {
  const scripts = ["build:package", ...(process.env["QAK_CHECK"] === "1" ? CHECKS : [])];
  const ends = [await script("build:wasm"), ...(await Promise.all(scripts.map(script)))];
  const failed = ends.filter((end) => end !== null);
  if (failed.length > 0) throw new Error(failed.join(", "));
}

/** @returns how it failed, or null */
function script(name: string): Promise<string | null> {
  return new Promise((resolve) => {
    const running = spawn("npm", ["run", "--silent", name], { stdio: "inherit" });
    running.on("error", ({ message }) => resolve(`npm run ${name}: ${message}`));
    running.on("exit", (code, signal) => resolve(code === 0 ? null : `npm run ${name} ended with ${code ?? signal}`));
  });
}
