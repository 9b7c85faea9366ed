/**
 * The derived facts of eligibility under the default readings, worked out from the words of the measures by comparing dates
 * as text: slow, and sharing nothing with the product. The peers are handed them; the product must come to the same.
 */

export function derivedOf(facts) {
  const { appliedOn } = facts;
  const breaking = facts.operationStops.filter(
    ({ stoppedOn, reason }) => stoppedOn <= appliedOn && !["seasonal", "maintenance", "force-majeure"].includes(reason),
  );
  const continuousSince = [facts.operatingSince, ...breaking.map(({ resumedOn }) => resumedOn)].sort().at(-1);
  const within = (date, years) => date <= appliedOn && yearsLater(date, years) >= appliedOn;
  return {
    operatingYears: wholeYears(continuousSince, appliedOn),
    innovationYears: wholeYears(facts.qualityInnovationEffectiveSince, appliedOn),
    recentAccident: facts.accidents.some(({ occurredOn }) => within(occurredOn, 3)),
    recentBreach: facts.breaches.some(({ occurredOn, related }) => related && within(occurredOn, 3)),
    refusalRunning: facts.fraudRevocations.some(({ revokedOn }) => yearsLater(revokedOn, 5) >= appliedOn),
  };
}

/** @param {string} from @param {string} to */
function wholeYears(from, to) {
  let years = 0;
  while (yearsLater(from, years + 1) <= to) years += 1;
  return years;
}

/** The same day some years later, February 28 for a 29 that the year has not. */
function yearsLater(date, years) {
  const year = Number(date.slice(0, 4)) + years;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = date.slice(4) === "-02-29" && !leap ? "-02-28" : date.slice(4);
  return `${year}${day}`;
}
