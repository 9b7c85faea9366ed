/** The columns of an empty table of cases: what each is called, what it is, and what may stand in it. */
import { labelOf, type Provision, provisionsOf } from "../../audit/provisions.js";
import type { Award } from "../../kernel/award.js";
import type { Fact, Named, ScalarType, Text } from "../../kernel/model.js";
import { isList } from "../../kernel/names.js";
import { unitInWords } from "../../kernel/units.js";
import { caseColumns, HEAD_LABELS, HEADS, type Head } from "./case-columns.js";
import { OPEN } from "./case-row.js";
import { choiceOf } from "./choice.js";

export type Language = keyof Text;

export interface BlankColumn {
  readonly heading: string;
  /** What it is, who supplies it, by which provision, how it is written. */
  readonly note: string;
  /** What may be picked; `provisions` where those of the law may. */
  readonly choices: readonly string[] | "provisions" | null;
}

/** Members of a list that there are columns for; more may be added. */
const MEMBERS = 2;

/**
 * @param decision of which the facts and interpretations are; those of all, where none is given
 * @returns headings and choices that are read back as what they stand for
 */
export function blankColumns(award: Award, decision: string | null, language: Language): readonly BlankColumn[] {
  const { files } = award;
  const plans = [...award.plans.values()].filter(({ declaration }) => decision === null || declaration.name === decision);
  const read = new Set(plans.flatMap(({ reads }) => reads.map(({ name }) => name)));
  const provisions = provisionsOf(files.law);
  const facts = files.facts.facts.filter(({ name }) => read.has(name));
  const interpretations = files.interpretations.interpretations.filter(({ name }) => read.has(name));
  const drafts: readonly Draft[] = [
    ...HEADS.map((head) => headColumn(head)),
    ...facts.flatMap(factColumns),
    ...interpretations.map(({ name, question, provision, readings }) => ({
      name,
      label: question,
      note: noteOf(language, [READING, source(provision)]),
      choices: textsOf(readings),
    })),
  ];
  const { faults } = caseColumns(
    award,
    drafts.map(({ label }) => label[language]),
  );
  const unclear = new Set(faults.map(({ column }) => column));
  return drafts.map(({ name, label, note, choices }, index) => {
    return { heading: unclear.has(index) ? name : label[language], note, choices };
  });

  function headColumn(head: Head): Draft {
    const note = noteOf(language, [HEAD_NOTES[head]]);
    return { name: head, label: HEAD_LABELS[head], note, choices: headChoices(head) };
  }

  function headChoices(head: Head): Draft["choices"] {
    if (head === "provision") return "provisions";
    if (head === "decision") return textsOf(plans.map(({ declaration: { name, title } }) => ({ name, label: title })));
    if (head !== "outcome") return null;
    return [...new Set(plans.flatMap(({ declaration }) => textsOf([...declaration.outcomes, OPEN])))];
  }

  function factColumns(fact: Fact): readonly Draft[] {
    const about = [fact.question, suppliedBy(files.pack.bodies, fact), source(fact.provision)];
    if (!isList(fact)) return [typed(fact.name, fact.label, fact, about)];
    const whole = { name: fact.name, label: fact.label, note: noteOf(language, [...about, LIST]), choices: [NONE[language]] };
    const numbers = Array.from({ length: Math.min(MEMBERS, fact.maxItems) }, (_, index) => index + 1);
    const members = numbers.flatMap((number) =>
      fact.fields.map((field) => {
        const label = {
          zh: `${fact.label.zh}[${number}].${field.label.zh}`,
          en: `${fact.label.en}[${number}].${field.label.en}`,
        };
        return typed(`${fact.name}[${number}].${field.name}`, label, field, [source(fact.provision)]);
      }),
    );
    return [whole, ...members];
  }

  function typed(name: string, label: Text, type: ScalarType, about: readonly Text[]): Draft {
    return { name, label, note: noteOf(language, [...about, writtenAs(type)]), choices: choicesOf(type) };
  }

  function choicesOf(type: ScalarType): Draft["choices"] {
    if (type.type === "boolean") return language === "zh" ? ["是", "否"] : ["yes", "no"];
    return type.type === "enum" ? textsOf(type.values) : null;
  }

  /** By label where that tells it, by name where several are so labelled. */
  function textsOf(all: readonly Named[]): readonly string[] {
    return all.map(({ name, label }) => (choiceOf(label[language], all).ok ? label[language] : name));
  }

  function source(provision: string): Text {
    return sourceOf(provisions, provision);
  }
}

interface Draft extends Omit<BlankColumn, "heading"> {
  readonly name: string;
  readonly label: Text;
}

const NONE: Text = { zh: "无", en: "none" };

const HEAD_NOTES: Readonly<Record<Head, Text>> = {
  case: {
    zh: "# 本行是说明，不是案例；从下一行起一行一个案例。此列用一句话说明案例，各行不同。空格表示未知",
    en: "# this row is a note and no case; a row below it is one. A sentence that tells the case, different in each row. An empty cell is not known",
  },
  decision: { zh: "判定什么", en: "what is decided" },
  asOf: { zh: "以哪一天为准，如 2024-03-01", en: "the day as of which is decided, as 2024-03-01" },
  outcome: { zh: "依办法应得出的结论", en: "what the law says of the case" },
  provision: {
    zh: "结论所依据的条款，如 第十条第（一）项；可不填",
    en: "the provision that the outcome rests on, as art. 10 (1); may be left empty",
  },
  comment: { zh: "写给读者，不作检验；可不填", en: "for the reader, not checked; may be left empty" },
};

const READING: Text = { zh: "按哪种解释；不填则按默认", en: "by which reading; the default where it is empty" };
const LIST: Text = {
  zh: "没有则写“无”；有则填写右边各列，再多可照样加列 [3]、[4]",
  en: "`none` where there is none; otherwise fill in the columns to the right, and add [3], [4] where there are more",
};

function suppliedBy(bodies: readonly Named[], { suppliedBy: name }: Fact): Text {
  const body = bodies.find((candidate) => candidate.name === name)?.label ?? { zh: name, en: name };
  return { zh: `由${body.zh}提供`, en: `supplied by: ${body.en}` };
}

function sourceOf(provisions: ReadonlyMap<string, Provision>, eId: string): Text {
  const { zh, en } = labelOf(provisions, eId);
  return { zh: `依据${zh}`, en };
}

function writtenAs(type: ScalarType): Text {
  switch (type.type) {
    case "boolean":
      return { zh: "填写：是或否", en: "write yes or no" };
    case "integer": {
      const unit = unitInWords(type.unit);
      return { zh: `填写整数，单位：${unit.zh}`, en: `write an integer; unit: ${unit.en}` };
    }
    case "date":
      return { zh: "填写日期，如 2024-03-01", en: "write a date, as 2024-03-01" };
    case "enum":
      return { zh: "从列表中选", en: "pick from the list" };
  }
}

function noteOf(language: Language, parts: readonly Text[]): string {
  const joined = parts.map((part) => part[language]).join(language === "zh" ? "；" : "; ");
  // What is asked ends in a mark of its own; a question keeps it.
  return joined.replace(/(？；|\?;)/g, (mark) => mark.slice(0, 1)).replace(/。；|\.;/g, (marks) => marks.slice(1));
}
