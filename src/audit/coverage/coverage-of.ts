/** What the cases of a pack cover of its rules. */
import type { Award } from "../../kernel/award.js";
import type { Case } from "../case.js";
import { boundaryProbes } from "./boundaries.js";
import { type CaseRun, runOf } from "./case-run.js";
import { conditionProbes } from "./conditions.js";
import { consequenceProbes } from "./consequences.js";
import { COVERAGE_KINDS, type Coverage, type CoverageCount, type CoverageItem, type CoverageKind } from "./coverage.js";
import { outcomeProbes } from "./outcomes.js";
import type { Probe, Probes } from "./probe.js";
import { provisionProbes } from "./provisions.js";
import { readingProbes } from "./readings.js";
import { ruleProbes } from "./rules.js";

const PROBES: Readonly<Record<CoverageKind, Probes>> = {
  provision: provisionProbes,
  rule: ruleProbes,
  condition: conditionProbes,
  boundary: boundaryProbes,
  reading: readingProbes,
  outcome: outcomeProbes,
  consequence: consequenceProbes,
};

/**
 * Decides every case and notes what it shows: of provisions that they bear, of rules that they come to each status, of
 * comparisons that they are true and false and change at their thresholds, of readings that they matter, of outcomes and
 * consequences that they come about.
 * @param cases whatever they expect: a case shows what is decided in it, right or wrong; one whose question is refused shows nothing
 * @throws never, for an award made by `loadAward`
 */
export function coverageOf(award: Award, cases: readonly Case[]): Coverage {
  const runs = cases.flatMap((one) => runOf(award, one) ?? []);
  const items = [...award.plans].flatMap(([decision, plan]) => {
    const own = runs.filter((run) => run.decision.decision === decision);
    return COVERAGE_KINDS.flatMap((kind) => PROBES[kind](award, plan).map((probe) => itemOf(probe, own)));
  });
  return { award: award.id, items, counts: COVERAGE_KINDS.map((kind) => countOf(kind, items)) };
}

function itemOf({ head, seenIn }: Probe, runs: readonly CaseRun[]): CoverageItem {
  const seen = new Set<string>();
  const cases = new Set<string>();
  for (const run of runs) {
    if (seen.size === head.needs.length) break;
    for (const shown of seenIn(run)) {
      if (seen.has(shown) || !head.needs.includes(shown)) continue;
      seen.add(shown);
      cases.add(run.case.case);
    }
  }
  return { ...head, seen: head.needs.filter((need) => seen.has(need)), cases: [...cases] };
}

function countOf(kind: CoverageKind, all: readonly CoverageItem[]): CoverageCount {
  const items = all.filter((item) => item.kind === kind);
  return {
    kind,
    items: items.length,
    complete: items.filter(({ needs, seen }) => seen.length === needs.length).length,
    needs: items.reduce((sum, { needs }) => sum + needs.length, 0),
    seen: items.reduce((sum, { seen }) => sum + seen.length, 0),
  };
}
