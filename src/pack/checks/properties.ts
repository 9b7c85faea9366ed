/** Properties speak of decisions, and of what these read and come to; what they compare has types that fit. */
import type {
  Alteration,
  Claim,
  ComparedClaim,
  DecidedClaim,
  DecisionDeclaration,
  Expression,
  Property,
  Rule,
} from "../../kernel/model.js";
import type { Name } from "../../kernel/names.js";
import { isList } from "../../kernel/names.js";
import { nearest } from "../../kernel/nearest.js";
import { readsOfRule } from "../../kernel/plan.js";
import { collectReads } from "../../kernel/reads.js";
import type { Check, PackContext } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";
import type { PackProblem } from "../problem.js";
import { checkCompared } from "../typing/conditions.js";
import type { Typed, Typer } from "../typing/typed.js";
import { typerOf } from "../typing/typer.js";
import { repeated } from "./procedure.js";

const FILE = "properties.json";

/** Names of what is proved of every decision without being listed. */
const GENERIC = ["complete", "consistent", "no-dead-rule"];

export const propertiesFit: Check = {
  needs: ["properties", "pack", "facts", "parameters", "interpretations", "rules"],
  find(context) {
    const { properties } = context.parts.properties;
    const failures: PackFailure[] = [...repeated(properties, placeIn(FILE, "properties"))];
    const report = (place: Place, problem: PackProblem) => void failures.push(packFailure(place, problem));
    for (const [index, property] of properties.entries()) {
      const place = placeIn(FILE, "properties", index);
      if (GENERIC.includes(property.name)) report(inside(place, "name"), { code: "reserved-name", found: property.name });
      if (property.kind !== "score-card") new Speech(context, report).check(property, place);
      else if (!context.given.has("criteria")) report(inside(place, "kind"), { code: "no-score-card" });
    }
    return failures;
  },
};

/** What one property says of a decision. */
class Speech {
  private readonly typer: Typer;

  constructor(
    private readonly context: PackContext,
    private readonly report: (place: Place, problem: PackProblem) => void,
  ) {
    const { names, parts } = context;
    // What is wrong with a derived fact is reported where it stands.
    const { typer } = typerOf(names, parts.facts.derived, (place, problem) => {
      if (place.file === FILE) report(place, problem);
    });
    this.typer = { ...typer, type: (expression, place) => this.computed(expression, typer.type(expression, place), place) };
  }

  /** What is computed is what a derived fact may be: no value of an enum. */
  private computed(expression: Expression, typed: Typed | null, place: Place): Typed | null {
    if (typed?.type !== "enum" || (typeof expression === "object" && "fact" in expression)) return typed;
    this.report(place, { code: "wrong-type", found: "enum", expected: "boolean | integer | date" });
    return null;
  }

  check(property: Exclude<Property, { kind: "score-card" }>, place: Place): void {
    const { pack, interpretations } = this.context.parts;
    const decision = pack.decisions.find(({ name }) => name === property.decision);
    if (decision === undefined) {
      const known = pack.decisions.map(({ name }) => name);
      this.unknown("decision", property.decision, known, inside(place, "decision"));
    }
    for (const [name, reading] of Object.entries(property.readings ?? {})) {
      const declared = interpretations.interpretations.find((one) => one.name === name);
      const at = inside(place, "readings", name);
      const known = interpretations.interpretations.map((one) => one.name);
      if (declared === undefined) this.unknown("interpretation", name, known, at);
      else {
        const readings = declared.readings.map((one) => one.name);
        if (!readings.includes(reading)) this.unknown("reading", reading, readings, at);
      }
    }
    if (decision === undefined) return;
    if (property.given !== undefined) this.claim(property.given, inside(place, "given"), decision);
    if (property.kind === "implies") this.claim(property.holds, inside(place, "holds"), decision);
    else this.alteration(property.change, inside(place, "change"), decision);
  }

  private claim(claim: Claim, place: Place, decision: DecisionDeclaration): void {
    if ("all" in claim) for (const [at, part] of claim.all.entries()) this.claim(part, inside(place, "all", at), decision);
    else if ("any" in claim) for (const [at, part] of claim.any.entries()) this.claim(part, inside(place, "any", at), decision);
    else if ("not" in claim) this.claim(claim.not, inside(place, "not"), decision);
    else if ("operator" in claim) checkCompared(claim, this.leftOf(claim, place, decision), place, null, this.typer);
    else this.decided(claim, place, decision);
  }

  private decided(claim: DecidedClaim, place: Place, decision: DecisionDeclaration): void {
    const rules = this.rulesOf(decision);
    if ("outcome" in claim) {
      const known = decision.outcomes.map(({ name }) => name);
      const { outcome: found } = claim;
      if (!known.includes(found)) {
        this.report(inside(place, "outcome"), { code: "unknown-outcome", found, near: nearest(found, known) });
      }
    } else if ("rule" in claim) {
      const known = rules.map(({ name }) => name);
      if (!known.includes(claim.rule)) this.unknown("rule", claim.rule, known, inside(place, "rule"));
    } else {
      const known = rules.flatMap(({ event }) => (event.params.consequences ?? []).map(({ name }) => name));
      if (!known.includes(claim.due)) this.unknown("consequence", claim.due, known, inside(place, "due"));
    }
  }

  private leftOf(claim: ComparedClaim, place: Place, { outputs = [] }: DecisionDeclaration): Typed | null {
    if ("fact" in claim) return this.typer.typeOfNamed(claim.fact, inside(place, "fact"));
    if ("expression" in claim) return this.typer.type(claim.expression, inside(place, "expression"));
    const output = outputs.find(({ name }) => name === claim.output);
    const at = inside(place, "output");
    if (output !== undefined) return this.typer.typeOfNamed(output.value.fact, at);
    const known = outputs.map(({ name }) => name);
    this.unknown("output", claim.output, known, at);
    return null;
  }

  private alteration(change: Alteration, place: Place, decision: DecisionDeclaration): void {
    const { names, parts } = this.context;
    const [member, found] = Object.entries(change)[0] as ["add" | "turn" | "raise", string];
    const at = inside(place, member);
    const name = this.typer.named(found, at);
    if (name === null) return;
    const read = new Set<Name>();
    for (const rule of this.rulesOf(decision)) for (const one of readsOfRule(rule, names, null)) read.add(one);
    for (const { value } of decision.outputs ?? []) collectReads(value, names, null, read);
    const fact = parts.facts.facts.find((one) => one.name === found);
    const type = fact === undefined || !read.has(name) ? null : isList(fact) ? "list" : fact.type;
    const expected = ({ add: "list", turn: "boolean", raise: "integer | date" } as const)[member];
    if (type === null || !expected.split(" | ").includes(type)) this.report(at, { code: "cannot-change", found, expected });
  }

  private rulesOf({ name }: DecisionDeclaration): readonly Rule[] {
    return this.context.rules.get(name) ?? [];
  }

  private unknown(
    kind: Extract<PackProblem, { code: "unknown-in-property" }>["kind"],
    found: string,
    known: readonly string[],
    place: Place,
  ): void {
    this.report(place, { code: "unknown-in-property", kind, found, near: nearest(found, known) });
  }
}
