/** Secrets planted in a case and declared: none of what is answered about it holds one, in any spelling, and nothing else changes. */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { writeIcs } from "../../src/files/calendar/write-ics.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import type { OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { audit } from "../../src/procedure/audit.js";
import { deadlines } from "../../src/procedure/deadlines.js";
import { next } from "../../src/procedure/next.js";
import { obligations } from "../../src/procedure/obligations.js";
import { cleanEditions, type Log } from "../arbitraries/editions.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 500 : 25;

let award: Award;
let calendar: OfficialCalendar;
beforeAll(async () => {
  [award, calendar] = [await loadPackFolder("rules/nm-chairman-2022"), await loadOfficialCalendar()];
});

/** Seven letters that nothing else is spelt with. */
const secret = fc.stringMatching(/^[甲-龥]{3}[QXZ]{4}$/u);

const DECLARED = ["league", "principalLeader"];

/** The log with its texts made secret, and all of them declared. */
function planted(log: Log, secrets: readonly string[]): { readonly open: Log; readonly declared: Log } {
  let used = 0;
  const next = () => {
    used += 1;
    return secrets[used % secrets.length] as string;
  };
  const applicants = log.applicants.map((unit) => ({ ...unit, league: next(), principalLeader: next() }));
  const events = log.events.map((event) => {
    if (event.activity === "submission") return { ...event, data: { to: next() } };
    return event.person === undefined ? event : { ...event, person: next() };
  });
  const open = { ...log, applicants, events };
  const declared = {
    ...log,
    applicants: applicants.map((unit) => ({ ...unit, confidential: DECLARED.map((name) => `/${name}`) })),
    events: events.map((event) => {
      if (event.activity === "submission") return { ...event, confidential: ["/data/to"] };
      return event.person === undefined ? event : { ...event, confidential: ["/person"] };
    }),
  };
  return { open, declared };
}

function spellings(text: string): readonly string[] {
  const escaped = [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  return [text, encodeURIComponent(text), escaped, Buffer.from(text).toString("base64").replaceAll("=", "")];
}

function everything(log: object, asOf: string): string {
  const asked = { ...log, asOf };
  const due = deadlines(award, asked, calendar);
  const answers = [audit, next, obligations].map((decide) => decide(award, asked, calendar));
  const ics = due.ok ? writeIcs(award, due.result.deadlines, { asOf, language: "zh" }) : "";
  return JSON.stringify([...answers, due]) + ics;
}

it("answers, deadlines and calendars hold no secret, and are what they are without the declaration", () => {
  fc.assert(
    fc.property(cleanEditions, fc.array(secret, { minLength: 1, maxLength: 5 }), fc.nat(), (log, secrets, cut) => {
      const asOf = log.events[cut % log.events.length]?.occurredOn as string;
      const { open, declared } = planted(log, secrets);
      const said = everything(declared, asOf);
      for (const text of secrets) for (const spelt of spellings(text)) expect(said.includes(spelt)).toBe(false);
      expect(said).toBe(everything(open, asOf));
    }),
    { numRuns },
  );
});

it("a refused case holds none either", () => {
  fc.assert(
    fc.property(cleanEditions, fc.array(secret, { minLength: 1, maxLength: 5 }), fc.nat(), (log, secrets, place) => {
      const { declared } = planted(log, secrets);
      const at = place % declared.events.length;
      const wrong = [
        { occurredOn: "2023-02-30" },
        { by: "nobody" },
        { data: { [secrets[0] as string]: 1 } },
        { evidence: [secrets[0]] },
      ];
      const events = declared.events.map((event, which) =>
        which === at ? { ...event, ...wrong[place % wrong.length], confidential: ["/person", "/data", "/evidence"] } : event,
      );
      const said = everything({ ...declared, events }, "2026-12-31");
      expect(said).toContain('"ok":false');
      for (const text of secrets) for (const spelt of spellings(text)) expect(said.includes(spelt)).toBe(false);
    }),
    { numRuns },
  );
});
