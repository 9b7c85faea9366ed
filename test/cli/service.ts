/** Starts `qak serve` as a real process, on a free port, until the test that does is over. */
import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { environment, MAIN } from "./qak.js";

export interface Stopped {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Service {
  /** On standard output, until it was ready. */
  readonly printed: string;
  readonly address: string;
  stop(signal: NodeJS.Signals): Promise<Stopped>;
}

export interface Start {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export function startService({ args = [], env = {} }: Start = {}): Promise<Service> {
  const child = spawn(process.execPath, [MAIN, "serve", "--port", "0", ...args], { env: environment(env) });
  onTestFinished(() => {
    if (child.exitCode === null) child.kill("SIGKILL");
  });
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const stop = (signal: NodeJS.Signals) =>
    new Promise<Stopped>((done) => {
      child.on("close", (code) => done({ code, stdout, stderr }));
      child.kill(signal);
    });
  return new Promise((ready, fail) => {
    child.on("close", () => fail(new Error(`ended early: ${stdout}${stderr}`)));
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      const address = /http:\/\/\S+:\d+/.exec(stdout)?.[0];
      if (address !== undefined && stdout.includes("Ctrl-C")) ready({ printed: stdout, address, stop });
    });
  });
}
