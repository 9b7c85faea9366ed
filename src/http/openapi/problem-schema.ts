/** Problems and what is wrong with a question, RFC 9457. */
import { z } from "@hono/zod-openapi";
import { textSchema } from "./decision-schema.js";

export const failureSchema = z
  .strictObject({
    pointer: z.string().openapi({
      description: "正文中的位置，JSON Pointer（RFC 6901） / JSON Pointer (RFC 6901) into the body",
      example: "/facts/operatingSince",
    }),
    code: z.string().openapi({ example: "not-a-date" }),
    line: z.int().min(1).optional().openapi({
      description:
        "逐行写成的记录中的行，pointer 即该行之内的位置 / the line of a log in lines, into which the pointer then leads",
    }),
    column: z.string().optional().openapi({ description: "CSV 中的列 / the column of a CSV", example: "F" }),
    expected: z.string().optional(),
    found: z
      .string()
      .optional()
      .openapi({ description: "该处的值，JSON，至多 80 字 / what stands there, as JSON, cut to 80 characters" }),
    provision: z.string().optional().openapi({ description: "需要该值的条文 / the provision that needs the value" }),
    message: textSchema,
  })
  .openapi("Failure");

export const problemSchema = z
  .strictObject({
    type: z.string().openapi({ example: "/docs#problem-invalid-question" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(failureSchema).readonly(),
  })
  .openapi("Problem", {
    description:
      "`title` 与 `detail` 两种语言并列，先后依 Accept-Language / `title` and `detail` in both languages, in the order of Accept-Language",
  });
