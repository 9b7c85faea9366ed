/** What json-rules-engine does with the rule files, and that it leaves them as they are. */
import { Engine, type RuleProperties } from "json-rules-engine";
import { expect, test } from "vitest";
import { decideByReference } from "../../src/reference/decide.js";
import { award2022, changed } from "./awards.js";

const award = await award2022();
const files = Object.entries(award.files.rules);

test.each(files)("%s.json loads unmodified into json-rules-engine", (_, rules) => {
  const frozen = frozenCopy(rules) as unknown as RuleProperties[];
  expect(new Engine(frozen)).toHaveProperty("rules.length", rules.length);
  expect(frozen).toEqual(rules);
});

test.each(files)("deciding by %s.json changes nothing of it", async (decision, rules) => {
  const before = structuredClone(rules);
  const frozen = changed(award, (parts) => Object.assign(parts, { rules: frozenCopy(parts.rules) }));
  const facts = Object.fromEntries(award.files.facts.facts.map((fact) => [fact.name, exampleOf(fact)]));
  const answer = await decideByReference(frozen, { decision, asOf: "2024-06-01", facts });
  expect(answer.ok).toBe(true);
  expect(frozen.files.rules[decision]).toEqual(before);
});

test("two decisions at once do not disturb each other", async () => {
  const ask = (wonAward: boolean) =>
    decideByReference(award, { decision: "funding", asOf: "2024-06-01", facts: factsWhere(wonAward) });
  const alone = [await ask(true), await ask(false)];
  expect(await Promise.all([ask(true), ask(false)])).toEqual(alone);
});

function factsWhere(wonAward: boolean): object {
  return { wonAward, awardedOn: "2023-03-01", priorAwards: [], awardRevoked: false };
}

function exampleOf(fact: (typeof award.files.facts.facts)[number]): unknown {
  switch (fact.type) {
    case "boolean":
      return true;
    case "integer":
      return fact.min;
    case "date":
      return "2023-03-01";
    case "enum":
      return fact.values[0]?.name;
    case "list":
      return [
        Object.fromEntries(
          fact.fields.map((field) => [field.name, field.type === "date" ? "2023-03-01" : exampleOf({ ...fact, ...field })]),
        ),
      ];
  }
}

function frozenCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, frozenCopy(member)]));
  return Object.freeze(copy) as T;
}
