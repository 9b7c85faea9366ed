/** The JSON Schema of a pack's facts accepts what the kernel accepts and refuses what it refuses. */
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Award } from "../../src/kernel/award.js";
import { parseDate } from "../../src/kernel/date.js";
import { readQuestion } from "../../src/kernel/question.js";
import { factsSchema } from "../../src/pack/facts-schema.js";
import { awardOf } from "../arbitraries/packs.js";
import { factsOf } from "../arbitraries/questions.js";
import { award2022 } from "./awards.js";

const isLong = process.env["QAK_PROFILE"] === "long";
import { writeFileSync } from "node:fs";
const RUNS = 40_000; fc.configureGlobal({ endOnFailure: true }); let n = 0;
function tick(w: string, x: unknown) { n++; if (w === "B" || n % 50 === 0) writeFileSync("/tmp/refeng/last"+w+process.env.RUN+".log", `${w} ${n} ${fc.stringify(x)}`); }
const TIMEOUT = isLong ? 3_600_000 : 60_000;
/** No date is later, so that nothing depends on the day. */
const LAST_DAY = "2199-12-31";

const award = await award2022();
const schema = factsSchema(award) as { readonly $id: string; readonly properties: Readonly<Record<string, Schema>> };
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly [member: string]: unknown;
}

function validatorOf(of: Award) {
  return new Ajv2020({ strict: false, validateFormats: false }).compile(factsSchema(of));
}

function isAccepted(of: Award, facts: unknown): boolean {
  const decision = of.files.pack.decisions[0]?.name;
  return !("length" in readQuestion(of, { decision, asOf: LAST_DAY, facts }));
}

/** Values that belong nowhere, or only to some types. */
const stray = fc.constantFrom<unknown>(
  ...[null, true, 0, -0, 1, 5, -1, 1.5, 1e21, 2 ** 53, "", "true", "0", "enterprise", "both", "red", "Red"],
  ...[
    "2023-02-28",
    "2023-02-29",
    "2024-02-29",
    "2100-02-29",
    "2000-02-29",
    "1900-01-01",
    "1899-12-31",
    "2199-12-31",
    "2200-01-01",
  ],
  ...["2023-2-1", "2023-13-01", "2023-04-31", " 2023-04-30", "2023-04-30\n", "2023-04-30T00:00:00Z", "２０２３-04-30"],
  ...[[], [null], [{}], [[]], [{ occurredOn: null }], [{ occurredOn: "2023-01-01", level: "worst" }], [{ nothing: 1 }]],
  ...[Array(200).fill({}), Array(201).fill({}), [{ amountFen: 1 }], [{ amountFen: -1 }], [{ field0: null }], [{ field0: true }]],
  ...[{}, { value: true }, { value: null }, { value: "2023-02-28" }, { value: true, by: "panel" }, { value: true, by: null }],
  ...[
    { value: true, evidence: [] },
    { value: true, evidence: [1] },
    { value: true, evidence: "minutes" },
    { value: { value: true } },
  ],
  ...[{ value: true, on: "2023-02-28" }, { by: "panel" }],
);

/** Sound facts, and the same with some replaced and some that are unknown to the pack. */
function givenTo(of: Award): fc.Arbitrary<unknown> {
  const names = [...of.names.byName.keys(), "nothing", "constructor"];
  const replaced = fc.dictionary(fc.constantFrom(...names), stray, { maxKeys: 2 });
  const sound = factsOf(of, { asOf: LAST_DAY, unknown: 20 });
  return fc.oneof(
    { weight: 9, arbitrary: fc.tuple(sound, replaced).map(([facts, changes]) => ({ ...facts, ...changes })) },
    { weight: 1, arbitrary: stray },
  );
}

describe("the schema of the facts", () => {
  test("accepts what the kernel accepts and refuses what it refuses", { timeout: TIMEOUT }, () => {
    const validate = validatorOf(award);
    fc.assert(
      fc.property(givenTo(award), (facts) => {
        tick("A", facts); expect(validate(facts)).toBe(isAccepted(award, facts)); if (n % 50 === 0) tick("D", 0);
      }),
      { numRuns: RUNS },
    );
  });

  test("does so for random packs", { timeout: TIMEOUT }, () => {
    const packs = awardOf().chain((of) => fc.tuple(fc.constant(of), fc.array(givenTo(of), { minLength: 10, maxLength: 10 })));
    fc.assert(
      fc.property(packs, ([of, all]) => {
        tick("B", of); const validate = validatorOf(of);  tick("C", 0);
        for (const facts of all) expect(validate(facts)).toBe(isAccepted(of, facts));
      }),
      { numRuns: Math.ceil(RUNS / 30) },
    );
  });

  test("knows every day of the calendar from 1900 to 2199 and no other", () => {
    const pattern = new RegExp(schema.properties["operatingSince"]?.["pattern"] as string);
    const two = (number: number) => String(number).padStart(2, "0");
    for (let year = 1890; year < 2210; year += 1) {
      for (let month = 0; month < 14; month += 1) {
        for (let day = 0; day < 33; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          if (pattern.test(text) !== (parseDate(text) !== null)) expect.fail(text);
        }
      }
    }
  });

  test("titles and describes every fact in both languages, with who supplies it and why", () => {
    for (const fact of award.files.facts.facts) {
      expect(schema.properties[fact.name]).toMatchObject({
        title: fact.label.zh,
        description: `${fact.question.zh} / ${fact.question.en}`,
        "x-kind": fact.kind,
        "x-suppliedBy": fact.suppliedBy,
        "x-provision": fact.provision,
      });
    }
  });

  test("is the same each time and names itself relative to wherever it is served", () => {
    expect(JSON.stringify(factsSchema(award))).toBe(JSON.stringify(schema));
    expect(schema.$id).toBe("nm-chairman-2022/facts.schema.json");
  });
});
