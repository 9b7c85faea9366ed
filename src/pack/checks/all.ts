/** The checks in order: those whose findings make others pointless come first. */
import type { Check } from "../context.js";
import { bodiesKnown } from "./bodies.js";
import { consequencesAgree } from "./consequences.js";
import { noCycles } from "./cycles.js";
import { hitPoliciesFit } from "./hit-policy.js";
import { inForceSpan } from "./in-force.js";
import { notTooIntricate } from "./intricacy.js";
import { itemsNamedOnce } from "./item-names.js";
import { kindsKnown } from "./kinds.js";
import { ledgerComplete } from "./ledger-rows.js";
import { ledgerNamesRules, rulesStandInLedger } from "./ledger-rules.js";
import { namesOnce } from "./names.js";
import { obligationsFit } from "./obligations.js";
import { outcomesKnown } from "./outcomes.js";
import { wordingsFit } from "./placeholders.js";
import { pointsAddUp } from "./points.js";
import { procedureNamesKnown } from "./procedure.js";
import { propertiesFit } from "./properties.js";
import { provisionsExist } from "./provisions.js";
import { quotaIsCount } from "./quota.js";
import { quotesStand } from "./quotes.js";
import { rangesHold } from "./ranges.js";
import { remediesWork } from "./remedies.js";
import { reservedNames } from "./reserved.js";
import { reviewRulesFit } from "./review-rules.js";
import { scaleEven } from "./scale.js";
import { rulingsStandAlone } from "./selection-wordings.js";
import { oneSentenceEach } from "./sentences.js";
import { stagesInOrder } from "./stages.js";
import { typesFit } from "./types.js";
import { allRead } from "./unread.js";
import { defaultsKnown, membersKnown } from "./values.js";
import { worthsAreValues } from "./worths.js";

export const checks: readonly Check[] = [
  inForceSpan,
  namesOnce,
  reservedNames,
  bodiesKnown,
  oneSentenceEach,
  provisionsExist,
  quotesStand,
  outcomesKnown,
  hitPoliciesFit,
  consequencesAgree,
  rangesHold,
  defaultsKnown,
  membersKnown,
  typesFit,
  worthsAreValues,
  noCycles,
  notTooIntricate,
  remediesWork,
  wordingsFit,
  procedureNamesKnown,
  obligationsFit,
  propertiesFit,
  allRead,
  itemsNamedOnce,
  pointsAddUp,
  scaleEven,
  kindsKnown,
  stagesInOrder,
  quotaIsCount,
  rulingsStandAlone,
  reviewRulesFit,
  ledgerComplete,
  ledgerNamesRules,
  rulesStandInLedger,
];

/** Those without which no decision could be compiled. A number in a rule has no provision, and can be counted with all the same. */
export const checksOfDecisions: readonly Check[] = [
  namesOnce,
  outcomesKnown,
  rangesHold,
  defaultsKnown,
  { ...typesFit, find: (context) => typesFit.find(context).filter(({ code }) => code !== "literal-number") },
  worthsAreValues,
  noCycles,
  notTooIntricate,
];
