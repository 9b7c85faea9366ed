import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeptDecision } from "../../src/audit/kept-decision.js";
import { type Replay, replay } from "../../src/audit/replay.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/index.js";
import { concealWith } from "../../src/kernel/confidential/conceal.js";
import { hiddenQuestionOf } from "../arbitraries/questions.js";
import { withChangedPack } from "../pack/changed-pack.js";
import { questionTo, seeds } from "../pack/random-question.js";
import { changedAt, keptOf, leavesOf } from "./kept.js";

const award = await loadPackFolder("rules/nm-chairman-2022");
const awards = new Map([[award.id, award]]);
const decisions = [...award.plans.keys()];

const TITLE = {
  id: "unit 7",
  asOf: "2024-06-01",
  facts: {
    wonAward: true,
    awardRevoked: false,
    useOf: "title",
    useIn: "corporate-image",
    awardYearStated: false,
    plaqueOrCertificateForged: false,
  },
};

const kept = (await keptOf(award, "title-use", TITLE)) as KeptDecision;

describe("what is kept", () => {
  test("is the question as asked, by what it was decided, and the answer", () => {
    expect(Object.keys(kept)).toEqual(["question", "questionDigest", "award", "ruleset", "kernel", "answer"]);
    expect(kept).toMatchObject({ question: { decision: "title-use", ...TITLE }, award: award.id, ruleset: award.ruleset });
    expect(kept.answer).toMatchObject({ outcome: "not-permitted", id: "unit 7" });
  });

  test("is nothing where a question is refused", async () => {
    expect(await keptOf(award, "title-use", { ...TITLE, facts: { wonAwards: true } })).toBeNull();
    expect(await keptOf(award, "title-use", { ...TITLE, engine: "other" })).toBeNull();
  });

  test.each(["full", "verdict"])("is decided again alike, %s, whatever was asked", (detail) =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { decision, ...body } = questionTo(award, seed);
        const line = await keptOf(award, decision, { ...body, detail });
        expect(line).not.toBeNull();
        expect(await replay(awards, line)).toEqual({ same: true, grounds: [] });
      }),
      { numRuns: 150 },
    ));

  test.each(decisions)("by the reference engine is decided again by it, on %s", (name) =>
    fc.assert(
      fc.asyncProperty(hiddenQuestionOf(award, name, 2), fc.constantFrom("full", "verdict"), async (hidden, detail) => {
        const { decision, ...body } = hidden.complete;
        const line = await keptOf(award, decision, { ...body, detail, engine: "reference" });
        expect(line).toMatchObject({ question: { engine: "reference", detail } });
        expect(await replay(awards, line)).toEqual({ same: true, grounds: [] });
      }),
      { numRuns: 25 },
    ));
});

describe("a kept line in which one thing is changed", () => {
  const isTold = (found: Replay) => !("same" in found && found.same && found.grounds.length === 0);

  test.each([
    ["/answer/outcome", "permitted"],
    ["/answer/rules/0/status", "undetermined"],
    ["/answer/rules/0/says/zh", "另一句话"],
    ["/answer/remedies/possible/0/changes/0/to", false],
  ])("%s, is told at that place, with both sides in both languages", async (pointer, put) => {
    const found = await replay(awards, changedAt(kept, pointer, put));
    const now = pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], kept);
    const shown = JSON.stringify(put);
    expect(found).toMatchObject({ same: false, more: 0, grounds: [], differences: [{ pointer, kept: put, now }] });
    expect(found).toMatchObject({
      differences: [
        {
          says: {
            zh: `留存时为 \`${shown}\`，现在为 \`${JSON.stringify(now)}\``,
            en: `kept \`${shown}\`, now \`${JSON.stringify(now)}\``,
          },
        },
      ],
    });
  });

  test("whichever it is, is told", async () => {
    const lines = [kept, await keptOf(award, "title-use", { ...TITLE, detail: "verdict" })];
    for (const line of lines) {
      for (const pointer of leavesOf(line)) {
        for (const put of ["changed", undefined]) {
          expect([pointer, isTold(await replay(awards, changedAt(line, pointer, put)))]).toEqual([pointer, true]);
        }
      }
    }
  });

  test("a fact that changes no outcome, is told by the digest of the question", async () => {
    const line = await keptOf(award, "title-use", { ...TITLE, detail: "verdict" });
    const found = await replay(awards, changedAt(line, "/question/id", "unit 8"));
    expect(found).toMatchObject({ same: false, grounds: [{ code: "other-question", pointer: "/questionDigest" }] });
    const other = await replay(awards, changedAt(line, "/question/facts/plaqueOrCertificateForged"));
    expect(other).toMatchObject({ same: true, grounds: [{ code: "other-question" }] });
  });

  test.each([
    ["/ruleset/digest", "other-digest", `sha256:${"0".repeat(64)}`],
    ["/kernel/version", "other-kernel", "0.0.9"],
  ])("%s, is told and decided again all the same", async (pointer, code, put) => {
    const moved = changedAt(changedAt(kept, pointer, put), `/answer${pointer}`, put);
    expect(await replay(awards, moved)).toMatchObject({ same: true, grounds: [{ code, pointer, kept: put }] });
    const alsoAnswered = changedAt(moved, "/answer/outcome", "permitted");
    expect(await replay(awards, alsoAnswered)).toMatchObject({
      same: false,
      grounds: [{ code }],
      differences: [{ pointer: "/answer/outcome" }],
    });
    expect(await replay(awards, changedAt(kept, `/answer${pointer}`, put))).toMatchObject({
      same: false,
      grounds: [],
      differences: [{ pointer: `/answer${pointer}`, kept: put }],
    });
  });

  test("members in another order are no change", async () => {
    const turned = JSON.parse(JSON.stringify(kept, (_, value: unknown) => reversed(value))) as unknown;
    expect(Object.keys(turned as object)[0]).toBe("answer");
    expect(await replay(awards, turned)).toEqual({ same: true, grounds: [] });
  });

  test("of differences beyond a thousand their number is told", async () => {
    const many = changedAt(
      kept,
      "/answer/rules",
      Array.from({ length: 1500 }, () => "none"),
    );
    const found = await replay(awards, many);
    if (!("differences" in found)) throw new Error("nothing differs");
    expect([found.differences.length, found.more]).toEqual([1000, 500]);
  });
});

describe("a pack changed by one parameter", () => {
  const changes = [
    {
      op: "replace",
      file: "parameters.json",
      path: `/parameters/${award.files.parameters.parameters.findIndex(({ name }) => name === "minOperatingYears")}/value`,
      value: 6,
    },
  ] as const;

  test("shows which decisions differ, and where", async () => {
    const example = (since: string) => ({ asOf: "2024-06-01", facts: { appliedOn: "2024-06-01", operatingSince: since } });
    const young = await keptOf(award, "eligibility", example("2018-12-01"));
    const old = await keptOf(award, "eligibility", { ...example("1990-12-01"), detail: "verdict" });
    const title = await keptOf(award, "title-use", TITLE);
    await withChangedPack("nm-chairman-2022", changes, async (folder) => {
      const changed: Award = await loadPackFolder(folder);
      const found = await Promise.all([young, old, title].map((line) => replay(new Map([[changed.id, changed]]), line)));
      expect(found.map(({ grounds }) => grounds.map(({ code }) => code))).toEqual([
        ["other-digest"],
        ["other-digest"],
        ["other-digest"],
      ]);
      expect(found.map((one) => "same" in one && one.same)).toEqual([false, true, true]);
      const rule = (young?.answer["rules"] as { name: string }[]).findIndex(({ name }) => name === "operating-years");
      const [first] = found;
      const differences = first !== undefined && "differences" in first ? first.differences : [];
      expect(differences.map(({ pointer }) => pointer)).toContain(`/answer/rules/${rule}/status`);
    });
  });
});

describe("a line that cannot be decided again", () => {
  test("of a pack that is not at hand, says which", async () => {
    const found = await replay(new Map(), kept);
    expect(found).toMatchObject({ problem: { code: "missing-award", pointer: "/award", award: award.id } });
  });

  test("of a question that is refused now, says why", async () => {
    const found = await replay(awards, changedAt(kept, "/question/facts/wonAward", "perhaps"));
    expect(found).toMatchObject({
      problem: { code: "refused", errors: [{ pointer: "/facts/wonAward", code: "not-a-boolean" }] },
      grounds: [{ code: "other-question" }],
    });
  });

  test.each([
    [null, [["", "not-an-object"]]],
    [[], [["", "not-an-object"]]],
    [{}, ["question", "questionDigest", "award", "ruleset", "kernel", "answer"].map(() => ["", "missing-member"])],
    [changedAt(kept, "/asked", 1), [["/asked", "unknown-member"]]],
    [changedAt(kept, "/question", "none"), [["/question", "not-an-object"]]],
    [changedAt(kept, "/question/engine", "compiler"), [["/question/engine", "not-a-value"]]],
    [changedAt(kept, "/question/decision"), [["/question", "missing-member"]]],
    [changedAt(kept, "/ruleset/id", "other"), [["/ruleset/id", "says-otherwise"]]],
    [
      changedAt(changedAt(kept, "/kernel/version", 1), "/award", 2),
      [
        ["/award", "not-a-text"],
        ["/kernel/version", "not-a-text"],
      ],
    ],
    [changedAt(kept, "/redecidable", false), [["/redecidable", "unknown-member"]]],
  ])("since it is damaged, says everything that is wrong with it (%#)", async (line, expected) => {
    const found = await replay(awards, line);
    const errors = "problem" in found && found.problem.code === "bad-line" ? found.problem.errors : [];
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual(expected);
  });

  test("whatever it holds, is told and throws nothing", () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...leavesOf(kept)), async (value, pointer) => {
        expect("problem" in (await replay(awards, value))).toBe(true);
        await replay(awards, changedAt(kept, pointer, value));
      }),
      { numRuns: 300 },
    ));
});

describe("a question that declares something confidential", () => {
  const conceal = concealWith(new Uint8Array(32).fill(7));
  const FACTS = {
    operatingSince: "2003-04-05",
    accidents: [{ occurredOn: "2022-07-08", level: "major" }],
    fraudFound: { value: true, by: "监察室", evidence: ["机密报告", "公开报告"] },
  };
  const CONFIDENTIAL = ["/facts/operatingSince", "/facts/accidents/0/occurredOn", "/facts/fraudFound/evidence/0"];
  const body = { asOf: "2024-06-01", facts: FACTS, confidential: CONFIDENTIAL };

  test("is kept with digests in the place of what it declares, the same that stand in the answer", async () => {
    const line = (await keptOf(award, "eligibility", body, conceal)) as KeptDecision;
    const text = JSON.stringify(line);
    for (const secret of ["2003-04-05", "2022-07-08", "机密报告"]) expect(text).not.toContain(secret);
    expect(text).toContain("公开报告");
    const { facts } = line.question as { facts: Record<string, { confidential: string }> };
    expect(facts["operatingSince"]).toEqual({ confidential: conceal("operatingSince", "2003-04-05") });
    expect(JSON.stringify(line.answer)).toContain(facts["operatingSince"]?.confidential);
    expect(line.redecidable).toBe(false);
  });

  test("with a whole finding declared, keeps its parts by the names that the answer has for them", async () => {
    const line = (await keptOf(award, "eligibility", { ...body, confidential: ["/facts/fraudFound"] }, conceal)) as KeptDecision;
    const { facts } = line.question as { facts: Record<string, unknown> };
    expect(facts["fraudFound"]).toEqual({
      value: { confidential: conceal("fraudFound", true) },
      by: { confidential: conceal("fraudFound.by", "监察室") },
      evidence: { confidential: conceal("fraudFound.evidence", ["机密报告", "公开报告"]) },
    });
  });

  test("is told as such, not as a difference", async () => {
    const line = await keptOf(award, "eligibility", body, conceal);
    expect(await replay(awards, line)).toMatchObject({ problem: { code: "confidential" }, grounds: [] });
  });

  test("cannot lose its mark, and none can be marked that declares nothing", async () => {
    const line = await keptOf(award, "eligibility", body, conceal);
    for (const changed of [
      changedAt(line, "/redecidable"),
      changedAt(line, "/redecidable", true),
      changedAt(line, "/question/confidential"),
    ]) {
      expect(await replay(awards, changed)).toMatchObject({ problem: { code: "bad-line" } });
    }
  });

  test("whose list declares nothing is decided again", async () => {
    const line = await keptOf(award, "eligibility", { ...body, confidential: [] }, conceal);
    expect(await replay(awards, line)).toEqual({ same: true, grounds: [] });
  });
});

function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}
