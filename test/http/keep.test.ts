import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { KeptDecision } from "../../src/audit/kept-decision.js";
import { replay } from "../../src/audit/replay.js";
import { KeepFile } from "../../src/files/keep-file.js";
import { concealWith } from "../../src/kernel/confidential/conceal.js";
import { awards, startService } from "./service.js";

const folder = mkdtempSync(join(tmpdir(), "qak-keep-"));
afterAll(() => rmSync(folder, { recursive: true }));

const losses: number[] = [];
let made = 0;

async function keeping(path = join(folder, `${made++}.ndjson`), options = {}) {
  const keeper = await KeepFile.open(path, (_, lost) => losses.push(lost));
  return { path, keeper, service: await startService({ keeper, ...options }) };
}

function keptIn(path: string): readonly KeptDecision[] {
  const text = readFileSync(path, "utf8");
  expect(text === "" || text.endsWith("\n")).toBe(true);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as KeptDecision);
}

const title = (id: string, more = {}) => ({ id, asOf: "2024-06-01", facts: { wonAward: true, useOf: "title" }, ...more });

describe("a service that keeps", () => {
  test("keeps what it answers, and nothing that it refuses", async () => {
    const { path, keeper, service } = await keeping();
    const answered = await (await service.ask("title-use", title("one"))).json();
    expect((await service.ask("title-use", { asOf: "2024-06-01", facts: { wonAwards: true } })).status).toBe(422);
    expect((await service.ask("title-use", "{oops")).status).toBe(400);
    const lines = [JSON.stringify(title("two")), "{oops", JSON.stringify(title("three", { detail: "verdict" }))];
    await (await service.batch("title-use", lines.join("\n"))).text();
    await service.close();
    await keeper.close();
    const kept = keptIn(path);
    expect(kept.map(({ question }) => question["id"])).toEqual(["one", "two", "three"]);
    expect(kept[0]?.answer).toEqual(answered);
    expect(kept[2]?.question).toEqual({ decision: "title-use", ...title("three", { detail: "verdict" }) });
  });

  test("writes whole lines however many are asked at once, and each is decided again alike", async () => {
    const { path, keeper, service } = await keeping();
    const engines = ["compiled", "reference"];
    const complete = { wonAward: false, awardRevoked: false, useOf: "title", useIn: "corporate-image" };
    const facts = { ...complete, awardYearStated: true, plaqueOrCertificateForged: false };
    const single = Array.from({ length: 150 }, async (_, at) => {
      const question = title(`single ${at}`, { facts, engine: engines[at % 2], detail: at % 3 === 0 ? "verdict" : "full" });
      const response = await service.ask("title-use", question);
      expect(response.status).toBe(200);
      return [`single ${at}`, await response.json()] as const;
    });
    const batches = Array.from({ length: 6 }, async (_, batch) => {
      const lines = Array.from({ length: 200 }, (_, at) => JSON.stringify(title(`batch ${batch} ${at}`)));
      const text = await (await service.batch("title-use", lines.join("\n"))).text();
      const answers = text
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { decision: { id: string } }).decision);
      return answers.map((decision) => [decision.id, decision] as const);
    });
    const answered = new Map<string, unknown>([...(await Promise.all(single)), ...(await Promise.all(batches)).flat()]);
    await service.close();
    await keeper.close();
    const kept = keptIn(path);
    expect(kept).toHaveLength(150 + 6 * 200);
    for (const line of kept) {
      expect(line.answer).toEqual(answered.get(line.question["id"] as string));
      expect(await replay(awards, line)).toEqual({ same: true, grounds: [] });
    }
    expect(new Set(kept.map(({ question }) => question["id"])).size).toBe(kept.length);
  });

  test("keeps what is declared confidential as digests alone", async () => {
    const { path, keeper, service } = await keeping(undefined, { conceal: concealWith(new Uint8Array(32).fill(3)) });
    const facts = { operatingSince: "2003-04-05" };
    await service.ask("eligibility", { asOf: "2024-06-01", facts, confidential: ["/facts/operatingSince"] });
    await service.close();
    await keeper.close();
    expect(readFileSync(path, "utf8")).not.toContain("2003-04-05");
    expect(await replay(awards, keptIn(path)[0])).toMatchObject({ problem: { code: "confidential" } });
  });

  test("answers all the same where nothing can be written, and says how much is lost", async () => {
    const { keeper, service } = await keeping("/dev/full");
    losses.length = 0;
    for (const id of ["one", "two"]) expect((await service.ask("title-use", title(id))).status).toBe(200);
    const batch = [title("three"), title("four")].map((line) => JSON.stringify(line)).join("\n");
    expect((await (await service.batch("title-use", batch)).text()).trim().split("\n")).toHaveLength(2);
    await service.close();
    await keeper.close();
    expect(losses.reduce((sum, lost) => sum + lost, 0)).toBe(4);
  });
});

describe("a file of kept decisions", () => {
  test("is appended to, readable to its owner alone", async () => {
    const { path, keeper, service } = await keeping();
    await service.ask("title-use", title("one"));
    await keeper.close();
    const again = await keeping(path);
    await again.service.ask("title-use", title("two"));
    await again.keeper.close();
    expect(keptIn(path).map(({ question }) => question["id"])).toEqual(["one", "two"]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("that breaks off in the midst of a line is gone on with below it", async () => {
    const path = join(folder, "broken.ndjson");
    writeFileSync(path, '{"question":');
    const { keeper, service } = await keeping(path);
    await service.ask("title-use", title("one"));
    await keeper.close();
    const lines = readFileSync(path, "utf8").split("\n");
    expect(lines[0]).toBe('{"question":');
    expect(JSON.parse(lines[1] as string)).toMatchObject({ question: { id: "one" } });
    expect(lines[2]).toBe("");
  });

  test("that others append to as well keeps the lines of both", async () => {
    const { path, keeper, service } = await keeping();
    await service.ask("title-use", title("one"));
    const other = await keeping(path);
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => [service, other.service][at % 2]?.ask("title-use", title(`both ${at}`))),
    );
    await Promise.all([keeper.close(), other.keeper.close()]);
    expect(keptIn(path)).toHaveLength(51);
  });
});
