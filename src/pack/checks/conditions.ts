/** Conditions on events speak of data that are there, and compare what can be compared. */
import { nearest } from "../../kernel/nearest.js";
import type { Activity, Condition, DataField, DataType, Operand, Procedure } from "../../kernel/procedure.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place } from "../place.js";

type Kind = "activity" | "evidence" | "data" | "parameter" | "interpretation";

/** Of a name that nothing of its kind bears. */
export function unknownIn(kind: Kind, found: string, known: readonly string[], place: Place): readonly PackFailure[] {
  if (known.includes(found)) return [];
  return [packFailure(place, { code: "unknown-in-procedure", kind, found, near: nearest(found, known) })];
}

/** What a condition may speak of. */
export interface Setting {
  readonly procedure: Procedure;
  readonly parameters: readonly string[];
  readonly self: Activity;
  /** `null` where nothing is held against it. */
  readonly other: Activity | null;
}

/** What a value is, as far as it matters for comparing it. */
export type Kinds = "text" | "texts" | "date" | "number" | "boolean";

export function wrongCondition({ left, is, right }: Condition, place: Place, setting: Setting): readonly PackFailure[] {
  const [a, b] = [kindOf(left, inside(place, "left"), setting), kindOf(right, inside(place, "right"), setting)];
  if (typeof a !== "string" || typeof b !== "string")
    return [...(typeof a === "string" ? [] : a), ...(typeof b === "string" ? [] : b)];
  const fits =
    is === "including" || is === "not-including"
      ? a === "texts" && b === "text"
      : a === b && a !== "texts" && (is === "equal" || is === "different" || a === "date" || a === "number");
  return fits ? [] : [packFailure(inside(place, "is"), { code: "not-comparable", found: is, left: a, right: b })];
}

function kindOf(operand: Operand, place: Place, setting: Setting): Kinds | readonly PackFailure[] {
  if ("value" in operand)
    return typeof operand.value === "string" ? "text" : typeof operand.value === "number" ? "number" : "boolean";
  if (operand.of === "other" && setting.other === null) return [packFailure(inside(place, "of"), { code: "no-other-event" })];
  const kind = "its" in operand ? ITS[operand.its] : dataKind(operand.data, fieldsOf(operand.of, setting), inside(place, "data"));
  if (typeof kind !== "string") return kind;
  if ("at" in operand && operand.at !== undefined && kind !== "date") {
    return [packFailure(inside(place, "at"), { code: "not-shiftable", found: kind })];
  }
  if (operand.plus === undefined) return kind;
  const missing = unknownIn("parameter", operand.plus.parameter, setting.parameters, inside(place, "plus", "parameter"));
  if (missing.length > 0) return missing;
  const isShiftable = kind === "date" || ("its" in operand && operand.its === "year");
  return isShiftable ? kind : [packFailure(inside(place, "plus"), { code: "not-shiftable", found: kind })];
}

const ITS: Readonly<Record<"day" | "year" | "applicant" | "person", Kinds>> = {
  day: "date",
  year: "number",
  applicant: "text",
  person: "text",
};

function fieldsOf(of: "this" | "other" | "applicant" | "edition", { procedure, self, other }: Setting): readonly DataField[] {
  if (of === "edition" || of === "applicant") return procedure[of];
  return of === "this" ? self.data : (other as Activity).data;
}

function dataKind(name: string, fields: readonly DataField[], place: Place): Kinds | readonly PackFailure[] {
  const field = fields.find((own) => own.name === name);
  if (field !== undefined) return kindOfType(field.type);
  return unknownIn(
    "data",
    name,
    fields.map((own) => own.name),
    place,
  );
}

export function kindOfType(type: DataType): Kinds {
  if (typeof type === "object") return "oneOf" in type ? "text" : "someOf" in type ? "texts" : "number";
  return type;
}
