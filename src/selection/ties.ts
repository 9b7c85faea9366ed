/** A tie across a cut, put to the body that settles it: never broken here. */
import type { Award } from "../kernel/award.js";
import type { TieRuling } from "../kernel/selection.js";
import type { Applicant, Tie } from "./answer.js";
import type { Cut } from "./cut.js";
import { pointsOf } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import { bodyOf, citing, listed } from "./words.js";

/** @param ruling of this very cut @param first how many there is room for before it */
export function tiesOf(
  award: Award,
  { applicants, criteria }: ReadSelection,
  ruling: TieRuling,
  { tie }: Cut,
  first: number,
): readonly Tie[] {
  if (tie === null) return [];
  const tied = tie.members.map((place) => (applicants[place] as Applicant).id);
  const value = pointsOf(tie.value, criteria.scale.max);
  const body = bodyOf(award, ruling.body);
  const room = tie.least === tie.greatest ? `${tie.least}` : `${tie.least}–${tie.greatest}`;
  const names = listed(tied);
  return [
    {
      applicants: tied,
      value,
      places: tie.least === tie.greatest ? tie.least : null,
      body,
      ...citing(ruling, {
        zh: `${names.zh} 同为 ${value.text} 分，跨越前 ${first} 名的界线，只余 ${room} 个名额：由${body.label.zh}决定`,
        en: `${names.en} are tied at ${value.text} points across the cut after the first ${first}, with ${room} of the places left: for the ${body.label.en} to settle`,
      }),
    },
  ];
}
