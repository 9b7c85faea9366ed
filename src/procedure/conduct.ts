/** What is asked of every event of an activity by itself: that one of its bodies does it, with the evidence it needs. */
import type { Finding } from "./finding.js";
import { backward, type Court, NOTHING, type Watch } from "./watch.js";

/** An event is judged by itself. */
function forgets(): void {}

export function watchConduct({ activities }: Court): Watch {
  return backward((event) => {
    const asked = activities.get(event.activity);
    if (asked === undefined) return NOTHING;
    const isRight = asked.by.includes(event.by);
    if (isRight && asked.evidence.every((name) => event.evidence.includes(name))) return NOTHING;
    const found: Finding[] = [];
    const common = { asked, event, other: null, isCertain: true } as const;
    if (!isRight) found.push({ ...common, wrong: { kind: "wrong-body" } });
    const missing = asked.evidence.filter((name) => !event.evidence.includes(name));
    if (missing.length > 0) found.push({ ...common, wrong: { kind: "no-evidence", missing } });
    return found;
  }, forgets);
}
