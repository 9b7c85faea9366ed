import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteSink } from "../../src/files/byte-sink.js";
import { decisionWriter } from "../../src/files/write-decision.js";
import type { Decision } from "../../src/index.js";
import { decide } from "../../src/kernel/decide.js";
import { award, completeFacts, decisions } from "./service.js";

const asOf = "2024-06-01";

/** Facts left out, answered one way or the other, or with who found them. */
const facts = (decision: string) => {
  const [yes, no] = [completeFacts(decision, asOf, true), completeFacts(decision, asOf, false)];
  const names = [...new Set([...Object.keys(yes), ...Object.keys(no)])];
  const choice = fc.constantFrom(yes, yes, yes, no, {}).map((from: Record<string, unknown>) => (name: string) => from[name]);
  return fc
    .array(choice, { minLength: names.length, maxLength: names.length })
    .map((choices) => Object.fromEntries(names.map((name, index) => [name, choices[index]?.(name) ?? yes[name] ?? null])));
};

function written(write: ReturnType<typeof decisionWriter>, decision: Decision, sink: ByteSink): string {
  write(award, decision, sink);
  return new TextDecoder().decode(sink.take());
}

test.each(decisions)("a decision about %s is written as JSON.stringify writes it, byte for byte, first and later", (decision) => {
  const write = decisionWriter();
  const sink = new ByteSink();
  const readings = award.files.interpretations.interpretations.map(({ name, readings }) =>
    fc.constantFrom(...readings.map((reading) => [name, reading.name] as const)),
  );
  fc.assert(
    fc.property(facts(decision), fc.tuple(...readings), fc.boolean(), (given, chosen, choose) => {
      const interpretations = choose ? Object.fromEntries(chosen) : {};
      const answer = decide(award, { decision, asOf, facts: given, interpretations });
      if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
      expect(written(write, answer.decision, sink)).toBe(JSON.stringify(answer.decision));
    }),
    { numRuns: 60 },
  );
});

test("text of every script is encoded, and a piece larger than the buffer", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constant("质".repeat(70_000)))), (pieces) => {
      const sink = new ByteSink();
      for (const piece of pieces) sink.text(piece);
      expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(sink.take())).toBe(pieces.join(""));
      expect(sink.length).toBe(0);
    }),
    { numRuns: 100 },
  );
});
