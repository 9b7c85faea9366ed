/** Audits of a log of any length, from its parsed JSON to the answer, on one thread. */
import { loadOfficialCalendar } from "../../dist/files/official-calendar.js";
import { loadAward } from "../../dist/index.js";
import { audit } from "../../dist/procedure/audit.js";
import { logOf } from "../logs.mjs";
import { readPack } from "../pack.mjs";

export const name = "ours";

/** One applicant in so many is made to breach something. */
const FAULTY = 7;

export async function prepare(count) {
  const award = loadAward(await readPack());
  const calendar = await loadOfficialCalendar();
  const breachesIn = (question) => {
    const answer = audit(award, question, calendar);
    if (!answer.ok) throw new Error(`not audited: ${JSON.stringify(answer.errors.slice(0, 3))}`);
    return answer.result.breaches;
  };
  expectFlaws(breachesIn, logOf(count, FAULTY));
  const { question } = logOf(count);
  let breaches = [];
  return {
    items: question.events.length,
    pass() {
      breaches = breachesIn(question);
    },
    answer() {
      if (breaches.length > 0) throw new Error(`a clean log has ${breaches.length} breaches: ${JSON.stringify(breaches[0])}`);
      return "clean";
    },
  };
}

/** Whatever was planted is found, and nothing else. */
function expectFlaws(breachesIn, { question, breached }) {
  const found = breachesIn(question).map(({ certain, provision }) => `${certain ? "" : "perhaps "}${provision}`);
  if (breached.length === 0 || found.sort().join() !== breached.join())
    throw new Error(`${breached.length} breaches planted, ${found.length} found: ${found.slice(0, 3)}`);
}
