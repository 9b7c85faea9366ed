/** Questions with secrets planted in them: each in two versions that differ in the secrets alone. */
import fc from "fast-check";
import type { JsonValue } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import { addYears, formatDate, LAST_DAY, parseDate } from "../../src/kernel/date.js";
import { decide } from "../../src/kernel/decide.js";
import type { ScalarType } from "../../src/kernel/model.js";
import { isList } from "../../src/kernel/names.js";
import { hiddenQuestionOf } from "../arbitraries/questions.js";
import { spelt } from "./spellings.js";

export interface Planted {
  readonly decision: string;
  /** Without `confidential`. */
  readonly question: Readonly<Record<string, unknown>> & { readonly facts: Readonly<Record<string, unknown>> };
  readonly other: Readonly<Record<string, unknown>>;
  readonly confidential: readonly string[];
  /** Of `question`, those that nothing else in an answer looks like. */
  readonly secrets: readonly (string | number)[];
}

/** A secret in two versions, and whether it can be searched for. */
interface Secret {
  readonly one: JsonValue;
  readonly two: JsonValue;
  readonly seen: readonly (string | number)[];
}

interface Place extends Secret {
  readonly pointer: string;
  /** It makes room for those after it, and is not declared. */
  readonly isOpen?: boolean;
}

const word = fc.stringMatching(/^[a-z]{9}$/).map((letters) => `配方 "${letters}"/~秘`);

export function plantedIn(award: Award, decision: string): fc.Arbitrary<Planted> {
  return hiddenQuestionOf(award, decision, 15)
    .map(({ partial }) => partial)
    .filter(({ asOf }) => asOf >= award.files.pack.inForce.from)
    .chain((question) => {
      const facts = question.facts as Readonly<Record<string, JsonValue>>;
      const names = Object.keys(facts).filter((name) => facts[name] !== null);
      return fc.subarray(names, { minLength: Math.min(1, names.length), maxLength: Math.min(6, names.length) }).chain((chosen) =>
        fc
          .tuple(...chosen.map((name) => placesIn(award, name, facts[name] as JsonValue, question.asOf)))
          .map((found): Planted => {
            const places = found.flat();
            const { decision: _, ...body } = question;
            const planted = (version: "one" | "two") => {
              const copy = structuredClone(facts) as Record<string, JsonValue>;
              for (const place of places) put(copy, place.pointer.split("/").slice(2), place[version]);
              return { ...body, facts: copy };
            };
            const one = planted("one");
            const declared = places.filter(({ isOpen }) => isOpen !== true);
            const two = planted("two");
            const without = hidden(one, declared);
            // What an answer tells with other secrets, or none, it does not have from these.
            const open = JSON.stringify([
              award.files,
              without,
              ...[without, two].map((each) => decide(award, { decision, ...each })),
            ]);
            const secrets = declared.flatMap(({ seen }) => seen).filter((secret) => spelt(secret, open).length === 0);
            const confidential = declared.map(({ pointer }) => pointer);
            return { decision, question: one, other: two, confidential, secrets };
          }),
      );
    });
}

/** The same with nothing known where something is declared. */
function hidden(question: { readonly facts: object }, places: readonly Place[]): object {
  const copy = structuredClone(question) as { facts: Record<string, JsonValue> };
  for (const { pointer } of places) put(copy.facts, pointer.split("/").slice(2), null);
  return copy;
}

function put(facts: Record<string, JsonValue>, steps: readonly string[], value: JsonValue): void {
  let within = facts as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) within = within[step] as Record<string, unknown>;
  if (within !== null && typeof within === "object") within[steps.at(-1) as string] = value;
}

function placesIn(award: Award, name: string, value: JsonValue, asOf: string): fc.Arbitrary<readonly Place[]> {
  const fact = award.files.facts.facts.find((one) => one.name === name);
  if (fact === undefined) return fc.constant([]);
  const at =
    (pointer: string) =>
    (secret: Secret): Place => ({ ...secret, pointer });
  if (!isList(fact)) {
    const scalar = secretOf(fact, asOf);
    if (fact.kind === "objective") return scalar.map((one) => [at(`/facts/${name}`)(one)]);
    const found = fc.tuple(scalar, word, word, word, word).map(
      ([own, by, evidence, otherBy, otherEvidence]): Secret => ({
        one: { value: own.one, by, evidence: ["minutes", evidence] },
        two: { value: own.two, by: otherBy, evidence: ["minutes", otherEvidence] },
        seen: [...own.seen, by, evidence],
      }),
    );
    const whole = found.map((one) => [at(`/facts/${name}`)(one)]);
    const parts = fc.tuple(found, fc.boolean()).map(([secret, all]) => partsOfFinding(name, secret, all));
    return fc.oneof(whole, parts);
  }
  const rows = Array.isArray(value) ? value : [];
  const cells = rows.flatMap((row, index) =>
    fact.fields
      .filter((field) => ((row as Record<string, JsonValue>)[field.name] ?? null) !== null)
      .map((field) => secretOf(field, asOf).map(at(`/facts/${name}/${index}/${field.name}`))),
  );
  if (cells.length === 0) return fc.constant([{ pointer: `/facts/${name}`, one: value, two: value, seen: [] }]);
  const some = fc.subarray(cells, { minLength: 1 }).chain((chosen) => fc.tuple(...chosen));
  return fc.tuple(some, fc.constantFrom("cells", "rows", "list")).map(([places, grain]): readonly Place[] => {
    if (grain === "cells") return places;
    const versions = (["one", "two"] as const).map((version) => {
      const copy = { [name]: structuredClone(rows) as JsonValue };
      for (const place of places) put(copy, place.pointer.split("/").slice(2), place[version]);
      return copy[name] as JsonValue[];
    });
    const seen = places.flatMap((place) => place.seen);
    const [first = [], second = []] = versions;
    if (grain === "list") return [{ pointer: `/facts/${name}`, one: first, two: second, seen }];
    const touched = [...new Set(places.map(({ pointer }) => Number(pointer.split("/")[3])))];
    return touched.map((row, order) => ({
      pointer: `/facts/${name}/${row}`,
      one: first[row] as JsonValue,
      two: second[row] as JsonValue,
      seen: order === 0 ? seen : [],
    }));
  });
}

interface Found {
  readonly value: JsonValue;
  readonly by: string;
  readonly evidence: readonly string[];
}

/** Who found it and on what evidence, its value being no secret. */
function partsOfFinding(name: string, { one, two }: Secret, all: boolean): readonly Place[] {
  const [first, second] = [one, two] as unknown as readonly [Found, Found];
  const pointer = `/facts/${name}`;
  const evidence = (found: Found) => (all ? found.evidence : (found.evidence[1] as string));
  return [
    { pointer, one, two: { ...(two as object), value: first.value }, seen: [], isOpen: true },
    { pointer: `${pointer}/by`, one: first.by, two: second.by, seen: [first.by] },
    {
      pointer: `${pointer}/evidence${all ? "" : "/1"}`,
      one: evidence(first),
      two: evidence(second),
      seen: [first.evidence[1] as string],
    },
  ];
}

function secretOf(type: ScalarType, asOf: string): fc.Arbitrary<Secret> {
  switch (type.type) {
    case "boolean":
      return fc.tuple(fc.boolean(), fc.boolean()).map(([one, two]) => ({ one, two, seen: [] }));
    case "enum": {
      const name = fc.constantFrom(...type.values.map((value) => value.name));
      return fc.tuple(name, name).map(([one, two]) => ({ one, two, seen: [] }));
    }
    case "integer": {
      const number = fc.integer({ min: Math.max(type.min, Math.min(12_345_67, type.max)), max: type.max });
      return fc.tuple(number, number).map(([one, two]) => ({ one, two, seen: one >= 100_000 ? [one] : [] }));
    }
    case "date": {
      const latest = parseDate(asOf) as number;
      const day = fc
        .integer({ min: addYears(latest, -12), max: type.past ? latest : Math.min(LAST_DAY, addYears(latest, 3)) })
        .map(formatDate);
      return fc.tuple(day, day).map(([one, two]) => ({ one, two, seen: [one] }));
    }
  }
}
