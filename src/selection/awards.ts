/** Which awards follow from the ranking: candidates to be proposed, ties to be settled, places that stay empty. */
import type { Award } from "../kernel/award.js";
import type { Parameter } from "../kernel/model.js";
import type { Ruling } from "../kernel/selection.js";
import type { Text } from "../kernel/text.js";
import type { Applicant, AwardLine, AwardsResult } from "./answer.js";
import type { AwardLimits, Candidates } from "./candidates.js";
import type { CutEntry } from "./cut.js";
import { isBelow, wholePoints } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import { tiesOf } from "./ties.js";
import { lackingInWords } from "./unscored.js";
import { vacanciesOf } from "./vacancies.js";
import { belowInWords, citing, entryInWords, rankedOf, regardless } from "./words.js";

/** INVARIANT: a checked pack has the parameter that its selection names, and it counts. */
function quotaOf({ files }: Award, { selection }: ReadSelection): Parameter & { readonly value: number } {
  const { fact } = selection.awards.quota;
  return files.parameters.parameters.find(({ name }) => name === fact) as Parameter & { readonly value: number };
}

export function awardLimits(award: Award, read: ReadSelection): AwardLimits {
  const { atLeast } = read.rules.awards;
  return {
    quota: quotaOf(award, read).value,
    atLeast: atLeast === undefined ? null : wholePoints(atLeast, read.criteria.scale.max),
  };
}

export function awardsResult(award: Award, read: ReadSelection, candidates: Candidates): AwardsResult {
  const { applicants, selection, criteria, rules } = read;
  const { cut, isOver, hasBegun } = candidates;
  const { name, value: quota, provision, quote } = quotaOf(award, read);
  const { atLeast = null } = rules.awards;
  const top = criteria.scale.max;
  // Before all stages that rank are held nobody's place is certain, nor that it stays empty: who is still to come is not known.
  const of = (standing: CutEntry["standing"]) => (isOver ? cut.entries.filter((entry) => entry.standing === standing) : []);
  const [proposed, out] = [of("in"), of("out")];
  const open = isOver ? of("open") : cut.entries;
  const vacancies = vacanciesOf(read, candidates, quota);
  const tied = isOver ? (cut.tie?.least ?? 0) : 0;
  return {
    ...selection.candidates,
    quota: { name, value: quota, provision, quote, says: selection.awards.says },
    atLeast,
    places: {
      proposed: proposed.length,
      tied,
      open: quota - proposed.length - tied - vacancies.count,
      vacant: vacancies.count,
    },
    proposed: proposed.map((entry) => line(entry, selection.candidates, inWords(entry))),
    ties: isOver ? tiesOf(award, read, selection.awards.ties, cut, quota) : [],
    open: open.map((entry) => line(entry, selection.ranking, openInWords(entry))),
    notProposed: out.map((entry) =>
      isBelow(entry.span.high, atLeast, top)
        ? line(entry, selection.vacancies, belowWords(entry))
        : line(entry, selection.awards, beyondWords(entry)),
    ),
    vacancies,
  };

  function line(entry: CutEntry, ruling: Ruling, says: Text): AwardLine {
    return { applicant: (applicants[entry.place] as Applicant).id, ...rankedOf(entry, top, hasBegun), ...citing(ruling, says) };
  }

  function inWords(entry: CutEntry): Text {
    const { zh, en } = entryInWords(entry, top, true);
    const anyhow = regardless(entry);
    return { zh: `${zh}：列入拟授奖候选${anyhow.zh}`, en: `${en}: a candidate to be proposed${anyhow.en}` };
  }

  /** Of one without a score, also what it lacks. */
  function entryWords(entry: CutEntry): Text {
    const own = entryInWords(entry, top, hasBegun);
    if (entry.isScored) return own;
    const { zh, en } = lackingInWords(candidates, entry.place);
    return { zh: `${zh}，补齐后${own.zh}`, en: `${en}, and once it has one ${own.en}` };
  }

  function openInWords(entry: CutEntry): Text {
    const { zh, en } = entryWords(entry);
    if (isOver) return { zh: `${zh}：能否列入取决于所缺评分`, en: `${en}: it depends on missing scores` };
    return { zh: `${zh}：尚有环节未结束，不提出候选`, en: `${en}: stages are still to be held, and nobody is proposed yet` };
  }

  function belowWords(entry: CutEntry): Text {
    const { zh, en } = entryWords(entry);
    const below = belowInWords(entry.span, atLeast ?? 0, top);
    return { zh: `${zh}${below.zh}：不列入`, en: `${en}${below.en}: not proposed` };
  }

  function beyondWords(entry: CutEntry): Text {
    const { zh, en } = entryWords(entry);
    return { zh: `${zh}，在 ${quota} 个名额之外：不列入`, en: `${en}, beyond the quota of ${quota}: not proposed` };
  }
}
