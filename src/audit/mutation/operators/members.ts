/** A list of values that `in` or `notIn` compares with, with one value more or less: written in the comparison, or a parameter. */
import type { Comparison, PackFiles } from "../../../kernel/model.js";
import { collectNames } from "../../../kernel/names.js";
import { inside, type Place, placeIn } from "../../../pack/place.js";
import { isComparison, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";

interface List {
  readonly place: Place;
  readonly provision: string;
  readonly members: readonly string[];
  /** All that might be members. */
  readonly values: readonly string[];
}

export const members: MutationOperator = function* (files) {
  for (const { place, provision, members, values } of listsOf(files)) {
    for (const index of members.keys()) {
      if (members.length > 1) yield replaced(files, "member-removed", { place: inside(place, index), provision }, undefined);
    }
    const more = values.find((value) => !members.includes(value));
    if (more === undefined) continue;
    yield replaced(files, "member-added", { place: inside(place, members.length), provision }, more);
  }
};

/** Each list once, however many comparisons read it. */
function listsOf(files: PackFiles): readonly List[] {
  const lists = new Map<string, List>();
  for (const { node, place, provision, list } of ruleNodes(files)) {
    if (!isComparison(node) || (node.operator !== "in" && node.operator !== "notIn")) continue;
    const found = listOf(node, { place: inside(place, "value"), provision }, files);
    const values = valuesOf(node, list, files);
    if (found !== null) lists.set(found.place.file + found.place.pointer, { ...found, values });
  }
  return [...lists.values()];
}

function listOf({ value }: Comparison, own: Pick<List, "place" | "provision">, files: PackFiles): Omit<List, "values"> | null {
  if (typeof value !== "object") return null;
  if (!("fact" in value)) return "field" in value ? null : { ...own, members: value };
  const { parameters } = files.parameters;
  const index = parameters.findIndex(({ name }) => name === value.fact);
  const parameter = parameters[index];
  if (parameter === undefined || typeof parameter.value === "number") return null;
  const place = placeIn("parameters.json", "parameters", index, "value");
  return { place, provision: parameter.provision, members: parameter.value };
}

/** Of the enum or interpretation that is compared. */
function valuesOf(compared: Comparison, list: string | null, files: PackFiles): readonly string[] {
  const { byName } = collectNames(files);
  const rows = list === null ? undefined : byName.get(list);
  const fields = rows?.source === "given-list" ? rows.fields : [];
  const type = "field" in compared ? fields.find(({ name }) => name === compared.field)?.type : byName.get(compared.fact)?.type;
  return type?.type === "enum" ? type.values : [];
}
