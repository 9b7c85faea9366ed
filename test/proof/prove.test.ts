import { afterAll, describe, expect, it } from "vitest";
import { proveAll } from "../../src/proof/prove.js";
import type { ProofResult } from "../../src/proof/result.js";
import { openSolver } from "../../src/proof/solver.js";
import { craft, nm, shortcomings } from "./awards.js";

const isLong = process.env["QAK_PROFILE"] === "long";

const solver = await openSolver();
afterAll(() => solver.close());

// What takes longest is proved of one award; the long profile proves it of both.
describe.each(isLong ? [nm, craft] : [nm])("$id", (award) => {
  it("has every property proved, of every decision, every rule and every outcome", async () => {
    const steps: [number, number][] = [];
    const results = await proveAll(award, { solver, onProgress: (done, of) => void steps.push([done, of]) });
    expect(shortcomings(results)).toEqual([]);
    const of = (kind: ProofResult["kind"]) => results.filter((result) => result.kind === kind);
    const decisions = award.files.pack.decisions;
    expect(of("complete").map(({ decision }) => decision)).toEqual(decisions.map(({ name }) => name));
    expect(of("consistent").map(({ decision }) => decision)).toEqual(decisions.map(({ name }) => name));
    expect(of("no-dead-rule").flatMap(({ decision, rule }) => (rule === undefined ? [] : [`${decision}/${rule}`]))).toEqual(
      decisions.flatMap(({ name }) => (award.files.rules[name] ?? []).map((rule) => `${name}/${rule.name}`)),
    );
    expect(
      of("no-dead-rule").flatMap(({ decision, outcome }) => (outcome === undefined ? [] : [`${decision}/${outcome}`])),
    ).toEqual(decisions.flatMap(({ name, outcomes }) => outcomes.map((outcome) => `${name}/${outcome.name}`)));
    const listed = award.files.properties?.properties ?? [];
    expect(results.slice(-listed.length).map(({ property, provision }) => [property, provision])).toEqual(
      listed.map(({ name, provision }) => [name, provision]),
    );
    const last = steps.at(-1) as [number, number];
    expect(steps).toEqual(Array.from({ length: last[1] + 1 }, (_, done) => [done, last[1]]));
    expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  });
});

describe("proveAll()", () => {
  it("proves the properties named and no others, with a solver of its own that it closes", async () => {
    const results = await proveAll(nm, { properties: ["no-fee-whatever", "complete"] });
    expect(results.map(({ property, decision }) => `${property} ${decision}`)).toEqual([
      ...nm.files.pack.decisions.map(({ name }) => `complete ${name}`),
      "no-fee-whatever quota",
    ]);
    expect(shortcomings(results)).toEqual([]);
  });

  it("says undecided where the solver cannot tell, and why", async () => {
    const tired = { run: () => Promise.resolve('unknown\n(:reason-unknown "canceled")'), close: () => undefined };
    const results = await proveAll(nm, { solver: tired });
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["undecided"]));
    expect(results[0]?.reason?.en).toContain("canceled");
  });

  it("calls no case a counterexample that the kernel does not confirm", async () => {
    // The goal is what is asserted last: without it any case at all is found.
    const careless = {
      run: (script: string) => solver.run(script.replace(/\(assert [^\n]*\)\n\(check-sat\)/, "(check-sat)")),
      close: () => undefined,
    };
    const properties = ["complete", "consistent", "one-grant-a-unit", "accidents-never-help", "score-within-total"];
    const results = await proveAll(nm, { solver: careless, properties });
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["unconfirmed"]));
    expect(results.filter((result) => "counterexample" in result)).toEqual([]);
  });
});
