import { describe, expect, test } from "vitest";
import { decide } from "../../src/kernel/decide.js";
import { decideByReference } from "../../src/reference/decide.js";
import { award, completeFacts, decisions, startService } from "./service.js";

const service = await startService();
const asOf = "2024-06-01";

describe("POST /v1/awards/{award}/decisions/{decision}", () => {
  test.each(decisions)("%s is answered with the kernel's own decision", async (decision) => {
    for (const facts of [{}, completeFacts(decision, asOf, true), completeFacts(decision, asOf, false)]) {
      const response = await service.ask(decision, { asOf, facts });
      const expected = decide(award, { decision, asOf, facts });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).toBe(JSON.stringify(expected.ok && expected.decision));
    }
  });

  test.each(decisions)("%s by the reference engine comes to the same outcome", async (decision) => {
    const facts = completeFacts(decision, asOf, true);
    const expected = await decideByReference(award, { decision, asOf, facts });
    const response = await service.ask(decision, { asOf, facts, engine: "reference" });
    expect(await response.json()).toEqual(expected.ok ? expected.decision : expect.objectContaining({ status: 422 }));
    const compiled = decide(award, { decision, asOf, facts });
    if (expected.ok && compiled.ok) expect(expected.decision.outcome).toBe(compiled.decision.outcome);
  });

  test("the reference engine names every fact it lacks", async () => {
    const response = await service.ask("eligibility", { asOf, facts: {}, engine: "reference" });
    const { errors } = (await response.json()) as { errors: { code: string; pointer: string }[] };
    expect(response.status).toBe(422);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["reference-needs-facts"]));
    expect(errors.map(({ pointer }) => pointer)).toContain("/facts/operatingSince");
  });

  test("engine: compiled and engine: null are the default", async () => {
    const plain = await (await service.ask("quota", { asOf, facts: {} })).text();
    for (const engine of ["compiled", null]) {
      expect(await (await service.ask("quota", { asOf, facts: {}, engine })).text()).toBe(plain);
    }
  });

  test("detail: verdict leaves the reasons out", async () => {
    const verdict = await (await service.ask("eligibility", { asOf, facts: {}, detail: "verdict" })).json();
    expect(Object.keys(verdict as object)).toEqual(["award", "decision", "asOf", "outcome", "notices", "ruleset", "kernel"]);
  });

  test("a reading chosen by the caller is used", async () => {
    const { name, readings } = award.files.interpretations
      .interpretations[0] as (typeof award.files.interpretations.interpretations)[0];
    const other = readings.at(-1)?.name as string;
    const question = { asOf, facts: {}, interpretations: { [name]: other } };
    for (const decision of decisions) {
      const given = (await (await service.ask(decision, question)).json()) as {
        interpretations: { name: string; reading: string; chosenBy: string }[];
      };
      const used = given.interpretations.find((interpretation) => interpretation.name === name);
      if (used !== undefined) expect(used).toMatchObject({ reading: other, chosenBy: "caller" });
    }
  });

  test("a superseded award still decides, with a notice", async () => {
    const { notices } = (await (await service.ask("quota", { asOf: "2025-07-03", facts: {} })).json()) as {
      notices: { code: string }[];
    };
    expect(notices.map(({ code }) => code)).toContain("superseded");
  });

  test.each([
    "application/json; charset=UTF-8",
    "Application/JSON",
    'application/json;charset="utf-8"',
  ])("content type %s will do", async (type) => {
    const body = JSON.stringify({ asOf, facts: {} });
    const response = await service.post(`/v1/awards/${award.id}/decisions/quota`, body, { "content-type": type });
    expect(response.status).toBe(200);
  });

  test("a byte order mark before the body is passed over", async () => {
    expect((await service.ask("quota", `\uFEFF${JSON.stringify({ asOf, facts: {} })}`)).status).toBe(200);
  });

  test("colons in texts are no keys", async () => {
    const facts = { operatesNormally: { value: true, by: 'a "b": c', evidence: ["https://example.org/a:b", "\\", '\\"'] } };
    const response = await service.ask("eligibility", JSON.stringify({ asOf, facts }, null, 2));
    expect(response.status).toBe(200);
  });
});

test("200 questions of every kind at once are each answered for itself", async () => {
  const kinds = [
    () =>
      service
        .ask("eligibility", { asOf, facts: {} })
        .then(async (r) => [r.status, ((await r.json()) as { decision: string }).decision]),
    () =>
      service
        .ask("title-use", { asOf, facts: { wonAward: false } })
        .then(async (r) => [r.status, ((await r.json()) as { outcome: string }).outcome]),
    () =>
      service
        .ask("quota", { asOf, facts: { nope: 1 } })
        .then(async (r) => [r.status, ((await r.json()) as { status: number }).status]),
    () => service.get("/v1/awards/none").then((r) => [r.status, r.headers.get("content-type")]),
    () =>
      service.get(`/v1/awards/${award.id}`).then(async (r) => [r.status, ((await r.json()) as { pack: { id: string } }).pack.id]),
    () =>
      service
        .batch("quota", `{"asOf":"${asOf}","facts":{}}\nx\n`)
        .then(async (r) => [r.status, (await r.text()).split("\n").length]),
  ];
  const expected = [
    [200, "eligibility"],
    [200, "not-permitted"],
    [422, 422],
    [404, "application/problem+json"],
    [200, award.id],
    [200, 3],
  ];
  const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => kinds[index % kinds.length]?.()));
  expect(answers).toEqual(answers.map((_, index) => expected[index % expected.length]));
});
