/** Starts the built command as a real process, the way a user does. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

export const MAIN = resolve("dist/cli/main.js");
export const AWARD = "nm-chairman-2022";
export const EXAMPLE = `rules/${AWARD}/examples/eligibility.json`;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Start {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** What a user's shell would hand on, and nothing that the test runner sets. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], HOME: process.env["HOME"], LANG: "C.UTF-8", TERM: "xterm-256color", ...more };
}

export function qak(args: readonly string[], start: Start = {}): Promise<Ran> {
  return run(process.execPath, [MAIN, ...args], start);
}

export function run(command: string, args: readonly string[], { input = "", env = {}, cwd }: Start = {}): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: environment(env) });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  });
}

/** The same on a terminal of its own, both outputs on one screen; `script` comes with util-linux. */
export function qakOnTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  columns?: number,
): Promise<Ran> {
  const command = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(" ");
  const sized = columns === undefined ? command : `stty cols ${columns}; ${command}`;
  return run("script", ["-qec", sized, "/dev/null"], { env });
}

/** Why tests on a terminal cannot be run here, or `null`. */
export function noTerminal(): string | null {
  const { status, stdout } = spawnSync("script", ["--version"], { encoding: "utf8" });
  return status === 0 && stdout.includes("util-linux") ? null : "`script` from util-linux is not installed";
}

/** A folder for the files of one test file, removed when its tests are done. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "qak-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
