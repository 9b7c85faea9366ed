import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AWARD, EXAMPLE, qak, scratch } from "./qak.js";

const folder = scratch();
const packs = join(folder, "packs");
const pack = join(packs, AWARD);
cpSync(`rules/${AWARD}`, pack, { recursive: true });
const draft = join(folder, "draft", AWARD);
cpSync(`rules/${AWARD}`, draft, { recursive: true });
const unread = join(folder, "unread", AWARD);
cpSync(`rules/${AWARD}`, unread, { recursive: true });
symlinkSync(packs, join(folder, "linked"));
symlinkSync(unread, join(folder, "linked-unread"));
symlinkSync(join(pack, "quota.json"), join(folder, "link.json"));
linkSync(join(pack, "quota.json"), join(folder, "second-name.json"));
const cases = join(folder, "mine.csv");
const DAY = "2024-06-01";
writeFileSync(cases, `case,decision,as of,expected outcome\nnothing is known,eligibility,${DAY},undetermined\n`);
const calendar = join(folder, "calendar.json");
writeFileSync(calendar, "{}");

const LOG = `rules/${AWARD}/examples/case.json`;
const own = ["--rules", packs, "--lang", "en"];
const audit = ["audit-rules", AWARD, "--no-proofs", "--no-mutation", "--report", "json", ...own];
const prove = ["audit-rules", AWARD, "--no-mutation", "--property", "revoked-without-fraud", "--report", "json", ...own];
const decide = ["decide", AWARD, "eligibility", EXAMPLE, ...own];
const test = ["test", cases, "--report", "json", ...own];
const diff = ["diff", AWARD, draft, "--no-witnesses", ...own];

describe("nothing is written over what the command reads", () => {
  it.each([
    ["a file of the pack", [...audit, "--out", join(pack, "properties.json")]],
    ["cases of the pack", [...audit, "--out", join(pack, "cases/title-use.yaml")]],
    ["a file of the pack by a link to its folder", [...audit, "--out", join(folder, "linked", AWARD, "quota.json")]],
    ["a file of the pack by a link to it", [...audit, "--out", join(folder, "link.json")]],
    ["a file of the pack by a second name", [...decide, "--keep", join(folder, "second-name.json")]],
    ["a file of the pack by another spelling", [...decide, "--keep", `${packs}/../packs/./${AWARD}/quota.json`]],
    ["the cases that are named", [...audit, "--cases", cases, "--out", cases]],
    ["a draft", [...diff, "--decision", "eligibility", "--population", cases, "--out", join(draft, "quota.json")]],
    ["the population", [...diff, "--decision", "eligibility", "--population", cases, "--out", cases]],
    ["the question", ["decide", AWARD, "eligibility", calendar, ...own, "--keep", calendar]],
    ["facts", [...decide, "--facts", calendar, "--keep", calendar]],
    ["the calendar of a log", ["audit", LOG, "--calendar", calendar, "--format", "csv", "--out", calendar, ...own]],
    ["the pack, of a test", ["test", cases, "--report", "json", "--out", join(pack, "funding.json"), ...own]],
    ["the pack, of a batch", ["batch", AWARD, "eligibility", cases, "--out", join(pack, "funding.json"), ...own]],
    ["the pack, of scores", ["score", "rules/nm-chairman-2022/examples/scores.csv", "-o", join(pack, "law.json"), ...own]],
    ["the pack, of a service", ["serve", "--port", "0", "--keep", join(pack, "facts.json"), ...own]],
  ])("not over %s", async (_, args) => {
    const path = args[args.findIndex((one) => ["--out", "--keep", "-o"].includes(one)) + 1] as string;
    const before = readFileSync(path);
    const { code, stdout, stderr } = await qak(args);
    expect([code, stdout, stderr]).toEqual([2, "", `✗ ${path}: the very file that is read: write to another\n`]);
    expect(readFileSync(path)).toEqual(before);
  });

  it.each([
    ["--out", join(pack, "report.json")],
    ["--out", join(folder, "linked", AWARD, "cases", "report.csv")],
    ["--counterexamples", join(pack, "cases")],
    ["--counterexamples", join(pack, "found")],
  ])("nor %s beside it, in the folder of a pack: %s", async (option, path) => {
    const there = existsSync(path);
    const { code, stderr } = await qak([...(option === "--out" ? audit : prove), option, path]);
    expect([code, stderr]).toEqual([2, `✗ ${path}: in the folder of a pack: write elsewhere\n`]);
    expect(existsSync(path)).toBe(there);
  });

  it.each([
    ["a report of cases", [...test, "--out", join(unread, "facts.json")]],
    ["a report in a new file", [...test, "--out", join(unread, "cases", "report.json")]],
    ["an audit of rules", [...audit, "--out", join(unread, "law.json")]],
    ["an audit by a link to the folder", [...audit, "--out", join(folder, "linked-unread", "law.json")]],
    ["counterexamples", [...prove, "--counterexamples", join(unread, "cases", "found")]],
    ["counterexamples in its own folder", [...prove, "--counterexamples", unread]],
    ["decisions", [...decide, "--keep", join(unread, "editions", "kept.ndjson")]],
  ])("nor into a pack that the command does not read: %s", async (_, args) => {
    const path = args.at(-1) as string;
    const there = existsSync(path);
    const before = there && statSync(path).isFile() ? readFileSync(path) : null;
    const { code, stdout, stderr } = await qak(args);
    expect([code, stdout, stderr]).toEqual([2, "", `✗ ${path}: in the folder of a pack: write elsewhere\n`]);
    expect(existsSync(path)).toBe(there);
    if (before !== null) expect(readFileSync(path)).toEqual(before);
  });

  it("beside the packs anything may be written", async () => {
    const out = join(packs, "report.json");
    expect((await qak(["test", cases, "--report", "json", "--out", out, ...own])).code).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ failed: 0 });
  });
});

describe("where nothing can be written is told before the work", () => {
  it.each([
    ["--counterexamples", cases, "a file, and no folder: name a folder"],
    ["--counterexamples", join(folder, "no", "where"), "no such folder: make it first"],
    ["--out", join(folder, "no", "where"), "no such folder: make it first"],
    ["--out", folder, "a folder: name a file in it"],
  ])("%s %s", async (option, path, says) => {
    // Bad cases are told of after that, and no case is run before.
    const bad = join(folder, "bad.csv");
    writeFileSync(bad, "case\n");
    const { code, stdout, stderr } = await qak([...(option === "--out" ? audit : prove), "--cases", bad, option, path]);
    expect([code, stdout, stderr]).toEqual([2, "", `✗ ${path}: ${says}\n`]);
  });

  it("the folder of counterexamples is made first", async () => {
    const found = join(folder, "made");
    expect((await qak([...prove, "--cases", cases, "--counterexamples", found, "--min-coverage", "0"])).code).toBe(0);
    expect(readdirSync(found)).toEqual([]);
  });
});

describe("what is there stays", () => {
  it("a counterexample of before, which is told by its name before the work", async () => {
    const found = join(folder, "found");
    mkdirSync(found);
    const path = join(found, "revoked-without-fraud-revocation.yaml");
    writeFileSync(path, "mine\n");
    writeFileSync(join(found, "notes.yaml"), "of no property\n");
    const { code, stdout, stderr } = await qak([...prove, "--counterexamples", found]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`✗ ${path}: there already, perhaps a counterexample of before: move it away, or name another folder\n`);
    rmSync(path);
    expect((await qak([...prove, "--cases", cases, "--counterexamples", found, "--min-coverage", "0"])).code).toBe(0);
  });

  it("a file that holds something else than kept decisions, by its first line or its last", async () => {
    const kept = join(folder, "kept.ndjson");
    for (const _ of [1, 2]) expect((await qak([...decide, "--keep", kept])).code).toBe(0);
    const sound = readFileSync(kept, "utf8");
    for (const text of ["notes\n", "{}", `{}\n${sound}`, `${sound}{}\n`]) {
      const path = join(folder, "other.ndjson");
      writeFileSync(path, text);
      const { code, stdout, stderr } = await qak([...decide, "--keep", path]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toBe(`✗ ${path}: holds something else than kept decisions: keep them in another\n`);
      expect(readFileSync(path, "utf8")).toBe(text);
    }
    // What a machine that stopped left half written is no reason: the next decision begins below it.
    writeFileSync(kept, `${sound}{"question":`);
    expect((await qak([...decide, "--keep", kept])).code).toBe(0);
  });
});
