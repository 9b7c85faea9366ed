/**
 * Small random packs, valid by construction: two to six facts of every type, derived facts by every operation of the
 * expression language, nested conditions, every hit policy, one or two open points. The text they cite is made up.
 */
import fc from "fast-check";
import { type Award, compileAward } from "../../src/kernel/award.js";
import type { DecisionDeclaration, DerivedFact, Interpretation, PackFiles, Rule } from "../../src/kernel/model.js";
import { collectNames, type Name } from "../../src/kernel/names.js";
import { readsOfRule } from "../../src/kernel/plan.js";
import { collectReads } from "../../src/kernel/reads.js";
import { type Draw, drawFrom } from "./expressions.js";
import { DECISION, declarationFor, finished, rulesFor } from "./rules.js";
import { emptyScope } from "./scope.js";
import { BODY, derivedFor, factsFor, interpretationsFor, PROVISION, parametersFor, QUOTE, words } from "./vocabulary.js";

/** A random pack, ready to decide. The checks of a pack are skipped for speed; a test holds that it passes them. */
export function awardOf(): fc.Arbitrary<Award> {
  return packOf().map((files) =>
    Object.assign(compileAward(files, "sha256:0"), { [fc.toStringMethod]: () => JSON.stringify(essenceOf(files)) }),
  );
}

/** The files of a random pack. */
export function packOf(): fc.Arbitrary<PackFiles> {
  return fc.array(fc.nat(), { maxLength: 400, size: "max" }).map((tape) => packFrom(drawFrom(tape)));
}

function packFrom(draw: Draw): PackFiles {
  const scope = emptyScope();
  const facts = factsFor(draw, scope);
  const parameters = parametersFor(facts, draw, scope);
  const interpretations = interpretationsFor(draw, scope);
  const derived = derivedFor(draw, scope);
  const declaration = declarationFor(draw, scope);
  const rules = rulesFor(declaration, draw, scope);
  const names = collectNames({ facts: { facts, derived }, parameters: { parameters }, interpretations: { interpretations } });
  const read = new Set<Name>();
  for (const rule of rules) for (const name of readsOfRule(rule, names, null)) read.add(name);
  for (const { value } of declaration.outputs ?? []) collectReads(value, names, null, read);
  const isRead = ({ name }: DerivedFact | Interpretation) => read.has(names.byName.get(name) as Name);
  return {
    ...lawFor(rules),
    pack: headerFor(declaration, draw),
    facts: { facts, derived: derived.filter(isRead) },
    parameters: { parameters },
    interpretations: { interpretations: interpretations.filter(isRead) },
    rules: { [DECISION]: rules.map((rule) => finished(rule, draw, names)) },
  };
}

function headerFor(declaration: DecisionDeclaration, draw: Draw): PackFiles["pack"] {
  return {
    format: 1,
    id: "random",
    title: words("随机"),
    documentNumber: "虚构〔1996〕1号",
    inForce: { from: "1996-02-29", until: draw.one([null, "2024-02-29"]), provision: PROVISION },
    repeals: [],
    succeededBy: draw.one([null, { documentNumber: "虚构〔2024〕2号", award: null }]),
    bodies: [{ name: BODY, label: words("申报单位") }],
    decisions: [declaration],
  };
}

function lawFor(rules: readonly Rule[]): Pick<PackFiles, "law" | "ledger"> {
  const sentences = [{ eId: PROVISION, text: `${QUOTE}。` }];
  const articles = [{ eId: "art_1", num: "第一条", paragraphs: [{ eId: "art_1", sentences }] }];
  const named = rules.map(({ name }) => `${DECISION}/${name}`);
  return {
    law: {
      title: "虚构",
      language: "zh",
      preface: [],
      chapters: [{ eId: "chp_1", num: "第一章", heading: "总则", articles }],
      conclusions: [],
    },
    ledger: { provisions: [{ provision: PROVISION, status: "encoded", reason: words("规则"), rules: named }] },
  };
}

/** What matters of a random pack that fails a test. */
function essenceOf({ pack, facts, parameters, interpretations, rules }: PackFiles): unknown {
  const text = ["label", "title", "question", "suppliedBy", "provision", "quote", "says", "reason", "settledBy"];
  const { inForce, decisions } = pack;
  const essence = { inForce, decisions, ...facts, ...parameters, ...interpretations, rules: rules[DECISION] };
  return JSON.parse(JSON.stringify(essence, (key, value: unknown) => (text.includes(key) ? undefined : value)));
}
