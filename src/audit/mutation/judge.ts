/** One mutant put to the cases of a pack. */
import { type Award, compileAward } from "../../kernel/award.js";
import { decide } from "../../kernel/decide.js";
import type { PackFiles } from "../../kernel/model.js";
import { checkDecidable } from "../../pack/check.js";
import type { PackFailure } from "../../pack/pack-error.js";
import { type Case, expectsRefusal } from "../case.js";
import { caseDifferences, questionOf } from "../case-differences.js";
import { standsIn } from "../provision-named.js";
import { type Bearing, bearingOf } from "./bearing.js";
import { namesAround } from "./edit.js";
import type { RuleMutant } from "./mutant.js";
import type { MutantResult } from "./mutation-score.js";

/** A mutant is no pack that anybody is answered by. */
const NO_DIGEST = "sha256:mutant";

/**
 * @param award of the pack that the mutant is made from
 * @param cases that the award meets
 */
export function judge(mutant: RuleMutant, award: Award, cases: readonly Case[]): MutantResult {
  const { files, ...changed } = mutant;
  const told = { ...changed, within: namesAround(award.files, mutant) };
  const checked = checkDecidable(files);
  if (checked.files === null) {
    // INVARIANT: where there are no files, there is a failure.
    const { code, message } = checked.failures[0] as PackFailure;
    return { ...told, status: "stillborn", refusedFor: code, reason: message };
  }
  const bearing = bearingOf(mutant, award);
  if (bearing.size === 0) return { ...told, status: "outside" };
  const mutated = compileAward(only(checked.files, bearing), NO_DIGEST);
  const killer = likeliestFirst(cases, bearing, mutant).find((one) => !isMet(mutated, one));
  return killer === undefined ? { ...told, status: "survived" } : { ...told, status: "killed", killedBy: killer.case };
}

export function isMet(award: Award, one: Case): boolean {
  return caseDifferences(one, decide(award, questionOf(one))).length === 0;
}

/** The pack with those decisions alone that are put to the cases. */
function only(files: PackFiles, bearing: Bearing): PackFiles {
  return { ...files, pack: { ...files.pack, decisions: files.pack.decisions.filter(({ name }) => bearing.has(name)) } };
}

/** Cases of the decisions concerned, those that name a rule concerned before the others. */
function likeliestFirst(cases: readonly Case[], bearing: Bearing, { provision }: RuleMutant): readonly Case[] {
  const own = cases.filter(({ decision }) => bearing.has(decision));
  const names = (one: Case) => isAbout(one, bearing.get(one.decision) ?? new Set(), provision);
  return [...own.filter(names), ...own.filter((one) => !names(one))];
}

function isAbout({ expect }: Case, rules: ReadonlySet<string>, provision: string | null): boolean {
  if (expectsRefusal(expect)) return false;
  const cited = [expect, ...Object.values(expect.due ?? {})].flatMap((said) => said.provision ?? []);
  return (
    Object.keys(expect.rules ?? {}).some((name) => rules.has(name)) ||
    (provision !== null && cited.some((eId) => standsIn(provision, eId)))
  );
}
