/** Numbers of points, and where they lie while scores are missing. */
import { z } from "@hono/zod-openapi";
import { textSchema } from "./decision-schema.js";

export const pointsSchema = z
  .strictObject({
    text: z
      .string()
      .openapi({ description: "两位小数，四舍五入，供显示 / two decimals, halves up, for display", example: "612.50" }),
    over: z.string().openapi({ description: "分子 / of the exact fraction, the number above", example: "1225" }),
    under: z.string().openapi({ description: "分母 / of the exact fraction, the number below", example: "2" }),
  })
  .openapi("Points", { description: "精确的分数，最简 / an exact number of points, in its lowest terms" });

const rangeSchema = z.strictObject({ least: pointsSchema, greatest: pointsSchema }).openapi("Range", {
  description: "缺项时分数的上下限 / the least and the greatest that points may come to, while scores are missing",
});

const value = pointsSchema
  .nullable()
  .openapi({ description: "有缺项或没有分数时为 null / null while scores are missing, and where there is no score" });

export const scored = { value, range: rangeSchema.optional() };

export const ranked = {
  ...scored,
  rank: z
    .int()
    .nullable()
    .openapi({ description: "同分同名次；未定为 null / equal values share the better one; null where it is open" }),
  ranks: z
    .strictObject({ best: z.int(), worst: z.int() })
    .optional()
    .openapi({ description: "名次未定时最好和最差的名次 / the best and the worst rank it may have, where that is open" }),
};

export const ruling = {
  provision: z.string().openapi({ example: "art_14__item_1" }),
  quote: z.string().openapi({ description: "条文原文 / the words of the provision" }),
  says: textSchema,
};
