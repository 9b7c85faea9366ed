/** Sheets of few items and many, whole and not, on several scales. */
import { itemsOf } from "../../../src/kernel/criteria.js";
import * as sheets from "../../../src/scoring/reference/sheet.js";
import type { SheetCase } from "../format.js";
import { criteriaOf, draw, GBZ_19579 } from "../made-up.js";
import { text } from "../write.js";

const PERCENT = { min: 0, max: 100, step: 5 } as const;

export function sheetCases(): readonly SheetCase[] {
  const items = (count: number) => [Array.from({ length: count }, (_, item) => 1 + ((item * 37) % 90))];
  const layouts = [
    { name: "23 items of 1000 points in 7 categories", scale: PERCENT, points: GBZ_19579 },
    ...[1, 16, 17, 32, 33].map((count) => ({ name: `${count} items in one category`, scale: PERCENT, points: items(count) })),
    { name: "marks from 1 to 10", scale: { min: 1, max: 10, step: 1 }, points: [[3, 7], [10]] },
    {
      name: "marks from 3 to 24 by 7, points as great as they may be",
      scale: { min: 3, max: 24, step: 7 },
      points: [[32_767], [1]],
    },
    { name: "marks up to 254, the greatest byte", scale: { min: 0, max: 254, step: 1 }, points: [[32_767, 32_767], [32_767]] },
  ];
  return layouts.map(({ name, scale, points }, at) => {
    const criteria = criteriaOf(scale, points);
    const { length } = itemsOf(criteria);
    const random = draw(at);
    const steps = (scale.max - scale.min) / scale.step + 1;
    const sheet = (score: (item: number) => number | null) => Array.from({ length }, (_, item) => score(item));
    const any = () => scale.min + scale.step * random(steps);
    const given = [
      sheet(() => scale.min),
      sheet(() => scale.max),
      sheet((item) => (item % 2 === 0 ? scale.min : scale.max)),
      sheet(() => null),
      sheet((item) => (item === 0 ? null : any())),
      sheet((item) => (item === length - 1 ? null : any())),
      ...Array.from({ length: 6 }, () => sheet(any)),
      ...Array.from({ length: 3 }, () => sheet(() => (random(5) === 0 ? null : any()))),
    ];
    return {
      name,
      scale,
      points,
      sheets: given,
      totals: given.map((own) => text(sheets.total(criteria, own))),
      bounds: given.map((own) => sheets.bounds(criteria, own).map(text)),
      subtotals: given.map((own) => sheets.subtotals(criteria, own).map(text)),
      itemPoints: given.map((own) => sheets.itemPoints(criteria, own).map(text)),
    };
  });
}
