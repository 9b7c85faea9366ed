/** Places that stay empty, and why. */
import type { Applicant, Vacancies } from "./answer.js";
import type { Candidates } from "./candidates.js";
import { isBelow } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import { citing, listed } from "./words.js";

/**
 * Only those are counted that stay empty whatever missing scores come to: who lacks the sheets for a score may still have one. None
 * before all stages that rank are held.
 */
export function vacanciesOf(read: ReadSelection, { cut, isOver }: Candidates, quota: number): Vacancies {
  const { applicants, selection, criteria, rules } = read;
  const { vacancies: ruling } = selection;
  const { atLeast = null } = rules.awards;
  const { length: most } = cut.entries;
  const scored = cut.entries.filter(({ isScored }) => isScored).length;
  const below = cut.entries.filter(({ span }) => isBelow(span.high, atLeast, criteria.scale.max));
  const count = isOver ? Math.max(0, quota - (most - below.length)) : 0;
  if (count === 0) {
    const says = { zh: "没有确定空缺的名额", en: "no place is certain to stay empty" };
    return { count, reasons: [], ...citing(ruling, says) };
  }
  const tooFew = {
    code: "few-candidates" as const,
    applicants: [],
    says:
      scored === most
        ? {
            zh: `有综合评分的只有 ${scored} 个，少于 ${quota} 个名额`,
            en: `only ${scored} ${scored === 1 ? "has" : "have"} a comprehensive score, for ${quota} places`,
          }
        : {
            zh: `有综合评分或者补齐评分表后会有的只有 ${most} 个，少于 ${quota} 个名额`,
            en: `only ${most} ${most === 1 ? "has" : "have"} a comprehensive score or may still come to one, for ${quota} places`,
          },
  };
  const names = below.map(({ place }) => (applicants[place] as Applicant).id).sort();
  const tooLow = {
    code: "below-points" as const,
    applicants: names,
    says: {
      zh: `${listed(names).zh} 的综合评分低于评审规则的 ${atLeast} 分`,
      en: `the comprehensive scores of ${listed(names).en} are below the ${atLeast} points of the review rules`,
    },
  };
  return {
    count,
    reasons: [...(most < quota ? [tooFew] : []), ...(below.length > 0 ? [tooLow] : [])],
    ...citing(ruling, { zh: `空缺 ${count} 个名额`, en: `${count} ${count === 1 ? "place stays" : "places stay"} empty` }),
  };
}
