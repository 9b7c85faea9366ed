/**
 * Derived facts and interpretations serve some decision. Facts and parameters need not: they may wait for a procedure.
 */
import { interpretationsIn } from "../../kernel/by-reading.js";
import type { Name } from "../../kernel/names.js";
import { readsOfRule } from "../../kernel/plan.js";
import { collectReads } from "../../kernel/reads.js";
import { type Check, rulesOf } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const allRead: Check = {
  needs: ["pack", "facts", "parameters", "interpretations", "rules"],
  find(context) {
    const inDuties = new Set((context.sound.obligations?.duties ?? []).flatMap(interpretationsIn));
    const inProcedure = new Set((context.sound.procedure?.constraints ?? []).flatMap(({ under }) => under?.interpretation ?? []));
    // Where something is wrong with what reads, a name that is not read may be the one that was meant.
    if (context.found.some(isWithWhatReads)) return [];
    const { parts, names } = context;
    const read = new Set<Name>();
    for (const { rule } of rulesOf(context)) for (const name of readsOfRule(rule, names, null)) read.add(name);
    for (const { value } of parts.pack.decisions.flatMap(({ outputs }) => outputs ?? [])) collectReads(value, names, null, read);
    const isRead = (name: string) => read.has(names.byName.get(name) as Name);
    return [
      ...parts.facts.derived.flatMap(({ name: found }, index) =>
        isRead(found) ? [] : [packFailure(placeIn("facts.json", "derived", index), { code: "unread-derived", found })],
      ),
      ...parts.interpretations.interpretations.flatMap(({ name: found }, index) => {
        const place = placeIn("interpretations.json", "interpretations", index);
        return isRead(found) || inDuties.has(found) || inProcedure.has(found)
          ? []
          : [packFailure(place, { code: "unread-interpretation", found })];
      }),
    ];
  },
};

function isWithWhatReads({ code, file, pointer }: PackFailure): boolean {
  if (code === "unknown-name" || code === "wrong-kind") return true;
  if (code === "unknown-in-procedure" && pointer.endsWith("/interpretation")) return true;
  return (
    (file === "facts.json" && pointer.startsWith("/derived")) || /^\/\d+\/(conditions|event\/params\/appliesWhen)/.test(pointer)
  );
}
