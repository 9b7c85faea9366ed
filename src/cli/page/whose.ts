/** Whose step it is, before what the step is called. */
import { type Screen, say } from "../screen.js";
import { allVisible } from "../visible.js";

/** `虚构乳业: `, nothing of the edition. */
export function whose(screen: Screen, applicant: string | null): string {
  if (applicant === null) return "";
  const name = allVisible(applicant);
  return say(screen, { zh: `${name}：`, en: `${name}: ` });
}
