/** Logs that are sound, with everything a caller may write that says the same: nulls, empty lists, numbers and spaces in names. */
import fc from "fast-check";
import { cleanEditions } from "../../arbitraries/editions.js";

/** Texts that XML has to be careful with. */
const AWKWARD = [
  "]]>",
  "&#0;",
  "&amp;",
  "<!--",
  "\"'",
  "\t\r\n",
  "\r",
  "质量奖",
  "😀",
  "\u0085\u2028\ufeff",
  "\u007f",
  " a  b ",
  "",
  "\ufffd",
  "𠮷",
];

/** What XML can hold. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...AWKWARD),
      fc.string({ unit: "grapheme", maxLength: 4 }),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join("").replace(/(?![\t\n\r\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ""));

/** A name, and a way to write it. */
const anyName = fc.oneof(
  anyText.filter((text) => text.trim() !== ""),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(" U 1 ", "\u3000单位\n", "edition", "edition 2"),
);

const key = (name: string | number) => String(name).trim();

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Rewrites what the clean editions say. */
export const anyLog: fc.Arbitrary<unknown> = cleanEditions.chain((log) =>
  fc
    .record({
      names: fc.uniqueArray(anyName, { minLength: log.applicants.length, maxLength: log.applicants.length, selector: key }),
      padded: fc.infiniteStream(fc.boolean()),
      person: fc.infiniteStream(maybe(anyName)),
      text: fc.infiniteStream(anyText),
      blank: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
      head: fc.record(
        {
          edition: fc.constantFrom(
            null,
            {},
            { submissionsUntil: null },
            { submissionsUntil: "2023-05-01", previousAwardOn: null },
          ),
          order: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ names, padded, person, text, blank, head }) => {
      const next = <T>(stream: Iterator<T>) => stream.next().value as T;
      const nameOf = new Map(log.applicants.map(({ name }, at) => [name, names[at] as string | number]));
      const written = (name: string) => {
        const given = nameOf.get(name) as string | number;
        return next(padded) ? given : key(given);
      };
      const events = log.events.map((event) => {
        const { applicant, person: _, data, evidence, ...rest } = event;
        const by = next(person);
        const dice = next(blank);
        return {
          ...rest,
          ...(dice === 0 ? { recordedOn: event.occurredOn } : dice === 1 ? { recordedOn: "2031-02-28" } : {}),
          ...(applicant === undefined ? {} : { applicant: written(applicant) }),
          ...(by === undefined ? {} : { person: by }),
          ...(dice === 2 ? { evidence: null } : dice === 3 ? { evidence: [] } : evidence === undefined ? {} : { evidence }),
          ...dataOf(event.activity, data, dice, () => next(text)),
        };
      });
      return {
        edition: head.edition === undefined ? log.edition : head.edition,
        applicants: log.applicants.map((one) => ({ ...one, name: names[log.applicants.indexOf(one)], league: next(text) })),
        // Events of one day may stand in any order.
        events: head.order === true ? events.reverse() : events,
      };
    }),
);

function dataOf(activity: string, data: Readonly<Record<string, unknown>> | undefined, dice: number, text: () => string): object {
  if (dice === 4) return { data: null };
  if (dice === 5) return { data: {} };
  if (data === undefined) return {};
  if (dice === 6) return { data: Object.fromEntries(Object.keys(data).map((name) => [name, null])) };
  if (activity === "submission") return { data: { to: text() } };
  if (activity === "composite-scoring") return { data: { basis: ["site", "presentation"].slice(0, dice % 3) } };
  if (activity === "shortlist") {
    const [name = ""] = Object.keys(data);
    return { data: { [name]: [text(), text()].slice(0, dice % 3) } };
  }
  if (activity === "grant-payment" && dice === 7) return { data: { budgetYear: -0 } };
  return { data };
}
