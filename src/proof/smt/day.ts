/**
 * Civil dates as bits: 14 of the year, 4 of the month, 5 of the day. So they compare as they are, and whole years are added
 * without counting days; the calendar's one irregularity, the leap year, is asked for only where February 29 may be.
 *
 * The meaning is that of `src/kernel/date.ts`. INVARIANT: a checked pack computes no date outside the years 1 to 9999.
 */
import { civilOf, dayOf } from "../../kernel/date.js";
import { bits, type Numbers } from "./numbers.js";
import { call, not, type Sort, type Term } from "./term.js";

const WIDTH = 23;
/** Years wrap around, so that one may be taken away by adding. */
const YEAR_WIDTH = 14;
/** Of the number of a day, counted from January 1 of the year 1. */
const NUMBER_WIDTH = 24;

export const DAY: Sort = `(_ BitVec ${WIDTH})`;

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Days before month `m`, leap days aside. */
const daysBefore = BEFORE_MONTH.reduceRight(
  (later, days, at) => (at === 11 ? bits(days, 12) : `(ite (= m ${bits(at + 1, 4)}) ${bits(days, 12)} ${later})`),
  "",
);

/** The month of day `n` of a year, 1 to 366, where `l` says that the year is a leap year. */
const monthIn = BEFORE_MONTH.reduce((earlier, days, at) => {
  if (at === 0) return bits(1, 4);
  const before = at < 2 ? bits(days, 12) : `(ite l ${bits(days + 1, 12)} ${bits(days, 12)})`;
  return `(ite (bvugt n ${before}) ${bits(at + 1, 4)} ${earlier})`;
}, "");

/** Definitions that every script about cases begins with. */
export const CALENDAR = `
(define-sort Day () ${DAY})
(define-sort Year () (_ BitVec 14))
(define-sort Month () (_ BitVec 4))
(define-fun year ((x Day)) Year ((_ extract 22 9) x))
(define-fun month ((x Day)) Month ((_ extract 8 5) x))
(define-fun leap ((y Year)) Bool
  (let ((q ((_ extract 13 2) y)))
    (and (= ((_ extract 1 0) y) #b00) (or (= ((_ extract 1 0) q) #b00) (not (= (bvurem q ${bits(25, 12)}) ${bits(0, 12)}))))))
(define-fun month-length ((y Year) (m Month)) (_ BitVec 5)
  (ite (= m ${bits(2, 4)}) (ite (leap y) ${bits(29, 5)} ${bits(28, 5)})
    (ite (or ${[4, 6, 9, 11].map((month) => `(= m ${bits(month, 4)})`).join(" ")}) ${bits(30, 5)} ${bits(31, 5)})))
(define-fun is-date ((x Day)) Bool
  (let ((d ((_ extract 4 0) x)))
    (and (bvule ${bits(1, 4)} (month x) ) (bvule (month x) ${bits(12, 4)})
      (bvule ${bits(1, 5)} d) (bvule d (month-length (year x) (month x))))))
(define-fun on-leap-day ((x Day)) Bool (= ((_ extract 8 0) x) #b001011101))
(define-fun add-years ((x Day) (n Year)) Day
  (let ((y (bvadd (year x) n)))
    (concat y (ite (and (on-leap-day x) (not (leap y))) #b001011100 ((_ extract 8 0) x)))))
(define-fun subtract-years ((x Day) (n Year)) Day
  (let ((y (bvsub (year x) n)))
    (concat y (ite (and (on-leap-day x) (not (leap y))) #b001100001 ((_ extract 8 0) x)))))
(define-fun whole-years ((from Day) (to Day)) Year
  (let ((n (bvsub (year to) (year from))))
    (ite (bvult from to) (ite (bvule (add-years from n) to) n (bvsub n ${bits(1, 14)})) ${bits(0, 14)})))
(define-fun start-of-year ((x Day)) Day (concat (year x) #b000100001))
(define-fun before-month ((l Bool) (m Month)) (_ BitVec 12)
  (bvadd ${daysBefore} (ite (and l (bvugt m ${bits(2, 4)})) ${bits(1, 12)} ${bits(0, 12)})))
(define-fun day-in-year ((x Day)) (_ BitVec 12)
  (bvadd (before-month (leap (year x)) (month x)) ((_ zero_extend 7) ((_ extract 4 0) x))))
(define-fun year-length ((y Year)) (_ BitVec 12) (ite (leap y) ${bits(366, 12)} ${bits(365, 12)}))
(define-fun month-in ((n (_ BitVec 12)) (l Bool)) Month ${monthIn})
(define-fun day-of-year ((y Year) (n (_ BitVec 12))) Day
  (let ((m (month-in n (leap y))))
    (concat y m ((_ extract 4 0) (bvsub n (before-month (leap y) m))))))
(define-fun shift-within-a-year ((x Day) (n (_ BitVec 12))) Day
  (let ((d (bvadd (day-in-year x) n)) (y (year x)))
    (ite (bvslt d ${bits(1, 12)}) (day-of-year (bvsub y ${bits(1, 14)}) (bvadd d (year-length (bvsub y ${bits(1, 14)}))))
      (ite (bvsgt d (year-length y)) (day-of-year (bvadd y ${bits(1, 14)}) (bvsub d (year-length y))) (day-of-year y d)))))
(define-fun next-day ((x Day)) Day
  (ite (bvult ((_ extract 4 0) x) (month-length (year x) (month x))) (bvadd x ${bits(1, WIDTH)})
    (ite (= (month x) ${bits(12, 4)}) (concat (bvadd (year x) ${bits(1, 14)}) #b000100001)
      (concat (year x) (bvadd (month x) ${bits(1, 4)}) ${bits(1, 5)}))))
(define-fun previous-day ((x Day)) Day
  (ite (bvult ${bits(1, 5)} ((_ extract 4 0) x)) (bvsub x ${bits(1, WIDTH)})
    (ite (= (month x) ${bits(1, 4)}) (concat (bvsub (year x) ${bits(1, 14)}) #b110011111)
      (let ((m (bvsub (month x) ${bits(1, 4)}))) (concat (year x) m (month-length (year x) m))))))
(define-fun day-number ((x Day)) (_ BitVec 24)
  (let ((y (bvsub ((_ zero_extend 10) (year x)) ${bits(1, 24)})))
    (bvadd (bvmul ${bits(365, 24)} y) (bvudiv y ${bits(4, 24)}) (bvneg (bvudiv y ${bits(100, 24)}))
      (bvudiv y ${bits(400, 24)}) ((_ zero_extend 12) (day-in-year x)))))
(define-fun year-of-march ((n (_ BitVec 24))) (_ BitVec 24)
  (let ((e (bvurem n ${bits(146_097, 24)})))
    (bvadd (bvmul ${bits(400, 24)} (bvudiv n ${bits(146_097, 24)}))
      (bvudiv (bvadd e (bvneg (bvudiv e ${bits(1460, 24)})) (bvudiv e ${bits(36_524, 24)})
        (bvneg (bvudiv e ${bits(146_096, 24)}))) ${bits(365, 24)}))))
(define-fun day-of-number ((n (_ BitVec 24))) Day
  (let ((y ((_ extract 13 0) (year-of-march (bvadd n ${bits(305, 24)})))))
    (let ((next (day-number (concat (bvadd y ${bits(1, 14)}) #b000100001))))
      (let ((of (ite (bvult n next) y (bvadd y ${bits(1, 14)}))))
        (day-of-year of ((_ extract 11 0)
          (bvadd ${bits(1, 24)} (bvsub n (day-number (concat of #b000100001))))))))))
`.trim();

/** @param day days since 1970-01-01 */
export function constantDay(day: number): Term {
  const at = civilOf(day);
  return bits((at.year << 9) | (at.month << 5) | at.day, WIDTH);
}

/** @returns days since 1970-01-01 */
export function dayOfBits(given: bigint): number {
  const all = Number(given);
  return dayOf(all >> 9, (all >> 5) & 15, all & 31);
}

/** Whether bits are a date of the calendar. */
export function isDate(day: Term): Term {
  return call("is-date", day);
}

export function isBefore(a: Term, b: Term): Term {
  return call("bvult", a, b);
}

export function isOnOrBefore(a: Term, b: Term): Term {
  return not(isBefore(b, a));
}

export function addYears(numbers: Numbers, date: Term, years: Term): Term {
  return call("add-years", date, numbers.toBits(years, YEAR_WIDTH));
}

export function subtractYears(numbers: Numbers, date: Term, years: Term): Term {
  return call("subtract-years", date, numbers.toBits(years, YEAR_WIDTH));
}

export function wholeYears(numbers: Numbers, from: Term, to: Term): Term {
  return numbers.fromBits(call("whole-years", from, to), YEAR_WIDTH);
}

export function startOfYear(date: Term): Term {
  return call("start-of-year", date);
}

export function yearOf(numbers: Numbers, date: Term): Term {
  return numbers.fromBits(call("year", date), YEAR_WIDTH);
}

/** The longest shift that leads to no year but the next or the one before. */
const WITHIN_A_YEAR = 365;

export function addDays(date: Term, days: number): Term {
  if (days === 0) return date;
  if (days === 1) return call("next-day", date);
  if (days === -1) return call("previous-day", date);
  const width = Math.abs(days) > WITHIN_A_YEAR ? NUMBER_WIDTH : 12;
  const shift = bits(days, width);
  return width === 12 ? call("shift-within-a-year", date, shift) : byNumber(date, shift);
}

/** By the number of the day: slower, for any number of days. */
export function addAnyDays(numbers: Numbers, date: Term, days: Term): Term {
  return byNumber(date, numbers.toBits(days, NUMBER_WIDTH));
}

function byNumber(date: Term, shift: Term): Term {
  return call("day-of-number", call("bvadd", call("day-number", date), shift));
}
