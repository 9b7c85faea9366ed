/** The applicants of an edition as a caller lists them. */
import type { FailureList } from "../kernel/failure-list.js";
import { hasMembers, memberList, nearestOf, readKey, readText } from "../kernel/read-members.js";
import type { Applicant } from "./answer.js";

/** All there are, once they are listed. */
export interface GivenApplicants {
  readonly list: readonly Applicant[];
  /** Reports an applicant who is not among them; `null` is none that could be read. */
  check(applicant: string | null, pointer: string, failures: FailureList): void;
}

/** @returns `null` where they are not listed */
export function readApplicants(value: unknown, failures: FailureList): GivenApplicants | null {
  const list = memberList(value, "/applicants", failures);
  if (list === null) return null;
  const known = new Map<string, Applicant>();
  list.forEach((entry, index) => {
    const pointer = `/applicants/${index}`;
    if (!hasMembers(entry, pointer, { all: ["id", "name"], required: ["id"] }, failures)) return;
    const id = readKey(entry["id"], `${pointer}/id`, failures);
    const name = entry["name"] === null ? null : readText(entry["name"], `${pointer}/name`, failures);
    if (id === null) return;
    if (known.has(id)) failures.add(`${pointer}/id`, { code: "applicant-twice", name: id });
    known.set(id, name === null ? { id } : { id, name });
  });
  return {
    list: [...known.values()],
    check(applicant, pointer, found) {
      if (applicant === null || known.has(applicant)) return;
      const near = nearestOf(applicant, known.keys(), found);
      found.add(pointer, { code: "unknown-applicant", name: applicant, near });
    },
  };
}
