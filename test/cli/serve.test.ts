import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { AWARD, EXAMPLE, qak, run, scratch } from "./qak.js";
import { startService } from "./service.js";

const folder = scratch();

describe("qak serve", () => {
  it("prints address, packs and a line to paste; answers; stops with 0 on SIGTERM", async () => {
    const service = await startService();
    expect(service.printed).toMatch(/^● listening on http:\/\/127\.0\.0\.1:\d+ /);
    expect(service.printed).toContain(AWARD);
    expect(service.printed).not.toContain("\u001b");

    const response = await fetch(`${service.address}/v1/awards/${AWARD}/decisions/eligibility`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: readFileSync(EXAMPLE),
    });
    expect(await response.json()).toMatchObject({ outcome: "eligible", missing: [] });
    expect((await fetch(`${service.address}/docs`)).status).toBe(200);

    expect(await service.stop("SIGTERM")).toMatchObject({ code: 0, stderr: "" });
    await expect(fetch(service.address)).rejects.toThrow();
  });

  const noCurl = spawnSync("curl", ["--version"]).status === 0 ? null : "curl is not installed";
  it.skipIf(noCurl !== null)(
    `answers the very line that it prints${noCurl === null ? "" : ` (skipped: ${noCurl})`}`,
    async () => {
      const rules = join(folder, "rules of 内蒙古's own");
      cpSync("rules", rules, { recursive: true });
      for (const args of [[], ["--rules", rules], ["--rules", relative(process.cwd(), rules)]]) {
        const service = await startService({ args });
        const line = service.printed.split("\n").find((text) => text.startsWith("  curl ")) ?? "";
        if (args.length === 0) expect(line).toContain(`--data @${resolve(EXAMPLE)}`);
        const { stdout } = await run("sh", ["-c", line], { cwd: tmpdir() });
        expect(JSON.parse(stdout)).toMatchObject({ award: AWARD, outcome: "eligible" });
      }
    },
  );

  it("stops with 0 on SIGINT", async () => {
    const service = await startService({ args: ["--lang", "zh"] });
    expect(service.printed).toContain("正在监听");
    expect(await service.stop("SIGINT")).toMatchObject({ code: 0, stderr: "" });
  });

  it("says so where the port is taken, and exits with 2", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const { port } = other.address() as AddressInfo;
    expect(await qak(["serve", "--port", String(port)])).toEqual({
      code: 2,
      stdout: "",
      stderr: `✗ 127.0.0.1:${port}: in use: choose another with --port\n`,
    });
    other.close();
  });

  it("says so where the address is not this machine's", async () => {
    const { code, stderr } = await qak(["serve", "--port", "0", "--host", "192.0.2.1"]);
    expect([code, stderr]).toEqual([2, "✗ 192.0.2.1:0: no address of this machine: correct --host\n"]);
  });
});
