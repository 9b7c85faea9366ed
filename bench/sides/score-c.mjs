/** The loop in C, compiled here; it times itself. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const name = "gcc -O3 -march=native";

export async function prepare(count) {
  return {
    timed({ warmMs, ms }) {
      const folder = mkdtempSync(join(tmpdir(), "score-c-"));
      try {
        const program = join(folder, "score");
        const source = fileURLToPath(new URL("../c/score.c", import.meta.url));
        execFileSync("gcc", ["-O3", "-march=native", "-o", program, source]);
        return JSON.parse(execFileSync(program, [count, warmMs, ms].map(String), { encoding: "utf8" }));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}
