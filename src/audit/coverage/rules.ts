/** Rules: each is to be satisfied by some case, violated by another, and not applicable where it may be. */
import type { Probes } from "./probe.js";

export const ruleProbes: Probes = (_award, plan) =>
  plan.rules.map(({ rule: { name, event }, applies }) => {
    const needs = applies === null ? ["satisfied", "violated"] : ["satisfied", "violated", "not-applicable"];
    return {
      head: { kind: "rule", decision: plan.declaration.name, name, provision: event.params.provision, needs },
      seenIn: ({ decision }) => (decision.rules ?? []).filter((rule) => rule.name === name).map(({ status }) => status),
    };
  });
