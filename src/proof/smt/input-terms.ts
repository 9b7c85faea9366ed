/** What a question says of a world, as terms that are true of that question alone. */
import type { JsonValue, Question } from "../../kernel/answer.js";
import { parseDate } from "../../kernel/date.js";
import type { ScalarType } from "../../kernel/model.js";
import type { Name } from "../../kernel/names.js";
import { isRecord } from "../../kernel/read-facts.js";
import { constantDay } from "./day.js";
import { type Numbers, placeTerm } from "./numbers.js";
import { equal, not, type Term } from "./term.js";
import type { Row, World } from "./world.js";

/** @param question with complete facts, and lists no longer than the rows that are written out */
export function inputTerms(numbers: Numbers, world: World, reads: readonly Name[], question: Question): readonly Term[] {
  const facts = question.facts as Readonly<Record<string, JsonValue>>;
  const readings = (question.interpretations ?? {}) as Readonly<Record<string, string>>;
  const given = reads.flatMap((name): readonly Term[] => {
    if (name.source === "interpretation") {
      const { readings: known, default: byDefault } = name.interpretation;
      const place = known.findIndex((reading) => reading.name === (readings[name.name] ?? byDefault));
      return [equal(world.reading(name.name).term, placeTerm(place))];
    }
    if (name.source === "given") {
      return [equal(world.scalar(name.name).term, constantOf(numbers, name.fact, plain(facts[name.name])))];
    }
    if (name.source !== "given-list") return [];
    const rows = facts[name.name] as readonly Readonly<Record<string, JsonValue>>[];
    return world.list(name.name).rows.flatMap((row, place) => {
      const cells = rows[place];
      return cells === undefined ? [not(row.present)] : [row.present, ...cellTerms(numbers, row, name.fact.fields, cells)];
    });
  });
  return [equal(world.asOf, constantOf(numbers, { type: "date", past: false }, question.asOf)), ...given];
}

function cellTerms(
  numbers: Numbers,
  { fields }: Row,
  types: readonly (ScalarType & { readonly name: string })[],
  cells: Readonly<Record<string, JsonValue>>,
): readonly Term[] {
  return types.map((type) => equal(fields.get(type.name)?.term ?? "", constantOf(numbers, type, cells[type.name])));
}

function constantOf(numbers: Numbers, type: ScalarType, value: JsonValue | undefined): Term {
  switch (type.type) {
    case "boolean":
      return `${value === true}`;
    case "integer":
      return numbers.numeral(Number(value));
    case "enum":
      return placeTerm(type.values.findIndex(({ name }) => name === value));
    case "date":
      return constantDay(parseDate(String(value)) ?? 0);
  }
}

/** A finding without who found it. */
function plain(given: JsonValue | undefined): JsonValue | undefined {
  return isRecord(given) ? (given["value"] as JsonValue) : given;
}
