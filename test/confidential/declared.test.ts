/** What may be declared, what is refused, and what stands in place of it. */
import { expect, test } from "vitest";
import { ByteSink } from "../../src/files/byte-sink.js";
import { readConfidentialKey } from "../../src/files/confidential-key.js";
import { decisionWriter } from "../../src/files/write-decision.js";
import { concealWith, type Decision, decide } from "../../src/index.js";
import { concealedInWords } from "../../src/kernel/confidential/conceal.js";
import { stepsOf, valueAt } from "../../src/kernel/confidential/pointer.js";
import { award } from "../http/service.js";

const conceal = concealWith(new Uint8Array(32).fill(1));
const accidents = [
  { occurredOn: "2023-03-07", domain: "safety", level: "major" },
  { occurredOn: "2021-01-01", domain: "quality", level: "general" },
];
const fraudFound = { value: false, by: "panel", evidence: ["minutes", "recipe"] };
const facts = { wonAward: true, awardedOn: "2022-12-20", accidents, breaches: [], fraudFound, grantPaidFen: 100_000_000 };
const asOf = "2024-06-01";

function ask(confidential: unknown, options = { conceal } as object): Decision {
  const answer = decide(award, { decision: "revocation", asOf, facts, confidential }, options);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.decision;
}

const factIn = (decision: Decision, name: string) =>
  decision.rules?.flatMap((rule) => rule.facts).find((fact) => fact.name === name);
const errorsOf = (confidential: unknown, options = { conceal } as object) => {
  const answer = decide(award, { decision: "revocation", asOf, facts, confidential }, options);
  return answer.ok ? [] : answer.errors.map(({ pointer, code }) => [pointer, code]);
};

test("a whole fact is a digest of its name and value, and what is computed from it is one too", () => {
  const decision = ask(["/facts/accidents"]);
  expect(factIn(decision, "accidents")?.value).toEqual({
    confidential: conceal(
      "accidents",
      accidents.map(({ ...row }) => row),
    ),
  });
  expect(factIn(decision, "largerAccidentAfterAward")?.value).toMatchObject({
    confidential: expect.stringMatching(/^hmac-sha256:/),
  });
  expect(decision.outcome).toBe(ask(undefined).outcome);
});

test("a row, a member of a row, who found it and one of its proofs are digests by themselves", () => {
  const decision = ask([
    "/facts/accidents/1",
    "/facts/accidents/0/occurredOn",
    "/facts/fraudFound/by",
    "/facts/fraudFound/evidence/1",
  ]);
  expect(factIn(decision, "accidents")?.value).toEqual([
    { ...accidents[0], occurredOn: { confidential: conceal("accidents.occurredOn", "2023-03-07") } },
    { confidential: conceal("accidents", accidents[1]) },
  ]);
  const found = factIn(decision, "fraudFound");
  expect(found?.value).toBe(false);
  expect(found?.finding).toEqual({
    by: { confidential: conceal("fraudFound.by", "panel") },
    evidence: ["minutes", { confidential: conceal("fraudFound.evidence", "recipe") }],
  });
});

test("equal values of one fact look alike, and those of different facts or under another key do not", () => {
  expect(conceal("a", 1)).toBe(conceal("a", 1));
  expect(conceal("a", { x: 1, y: 2 })).toBe(conceal("a", { y: 2, x: 1 }));
  expect(new Set([conceal("a", 1), conceal("b", 1), conceal("a", 2), concealWith(new Uint8Array(32))("a", 1)]).size).toBe(4);
  expect(conceal("awardedOn", "2022-12-20")).toBe("hmac-sha256:77bd09d04c69b5ef54f81a0d8fdb403d3f608274f411c72ebf3895095898df61");
});

test("a pointer that is none, leads nowhere or elsewhere, or stands twice is refused where it stands", () => {
  const pointers = [
    "facts/x",
    "/facts/~2",
    "/asOf",
    "/facts",
    "/facts/none",
    "/facts/accidents/2",
    "/facts/accidents/01",
    "/facts/awardedOn",
    "/facts/awardedOn",
    7,
  ];
  expect(errorsOf(pointers)).toEqual([
    ["/confidential/0", "not-a-pointer"],
    ["/confidential/1", "not-a-pointer"],
    ["/confidential/2", "not-confidential"],
    ["/confidential/3", "not-confidential"],
    ["/confidential/4", "points-nowhere"],
    ["/confidential/5", "points-nowhere"],
    ["/confidential/6", "points-nowhere"],
    ["/confidential/8", "pointer-twice"],
    ["/confidential/9", "not-a-pointer"],
  ]);
  expect(errorsOf("/facts/awardedOn")).toEqual([["/confidential", "not-a-pointer-list"]]);
});

test("without a key such a question is refused, and one that declares nothing is not", () => {
  expect(errorsOf(["/facts/awardedOn"], {})).toEqual([["/confidential", "no-confidential-key"]]);
  expect(errorsOf([], {})).toEqual([]);
});

test("an error tells where and what to write, and a digest of what stands there", () => {
  const question = {
    decision: "revocation",
    asOf,
    facts: { ...facts, awardedOn: "the 3rd" },
    confidential: ["/facts/awardedOn"],
  };
  const answer = decide(award, question, { conceal });
  const [error] = answer.ok ? [] : answer.errors;
  expect(error).toMatchObject({ pointer: "/facts/awardedOn", code: "not-a-date", expected: "YYYY-MM-DD" });
  expect(error?.found).toMatch(/^\{"confidential":"hmac-sha256:[0-9a-f]+…$/);
  expect(error?.message.en).toBe("the value here is confidential and not shown, and wrong (not-a-date): write YYYY-MM-DD");
});

test("a short key is refused", () => {
  expect(() => concealWith(new Uint8Array(31))).toThrow(RangeError);
  const bytes = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
  const [hex, base64, url] = (["hex", "base64", "base64url"] as const).map((form) => Buffer.from(bytes).toString(form));
  for (const text of [hex, hex?.toUpperCase(), ` ${base64}\n`, url]) expect(readConfidentialKey(text as string)).toEqual(bytes);
  for (const text of ["", "secret", hex?.slice(2), hex?.slice(1), base64?.slice(4), `${base64}!`]) {
    expect(readConfidentialKey(text as string)).toBeNull();
  }
});

test("pointers are read as RFC 6901 has them", () => {
  const document = { foo: ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, " ": 7 };
  const at = (pointer: string) => valueAt(document, stepsOf(pointer) ?? []);
  expect(["", "/foo/1", "/", "/a~1b", "/m~0n", "/ "].map(at)).toEqual([document, "baz", 0, 1, 8, 7]);
  expect(["/foo/-", "/foo/2", "/foo/length", "/toString"].map(at)).toEqual([undefined, undefined, undefined, undefined]);
});

test("is written as JSON.stringify writes it, first and later", () => {
  const write = decisionWriter();
  const sink = new ByteSink();
  const all = Object.keys(facts).map((name) => `/facts/${name}`);
  for (const confidential of [[], all, ["/facts/accidents/0"], all]) {
    const decision = ask(confidential);
    write(award, decision, sink);
    expect(new TextDecoder().decode(sink.take())).toBe(JSON.stringify(decision));
  }
});

test("a sentence has the first of the digest", () => {
  const value = { confidential: `hmac-sha256:${"1a2b3c4d".repeat(8)}` };
  expect(concealedInWords(value, "zh")).toBe("〔保密 hmac-sha256:1a2b3c4d…〕");
  expect(concealedInWords(value, "en")).toBe("[confidential hmac-sha256:1a2b3c4d…]");
});
