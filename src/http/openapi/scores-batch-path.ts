/** The operation that scores sheets as they come, described. */
import { z } from "@hono/zod-openapi";
import { awardParam, type ExampleMap, type Operation, problems } from "./operation.js";
import { scoredRowSchema } from "./scores-schema.js";

const PACKED =
  "每份占 16·⌈条目数/16⌉ 个字节：按评分准则的次序每个条目一个字节，255 为未评，其后补零 / a sheet takes 16·⌈items/16⌉ bytes: a byte an item in the order of the criteria, 255 where it was not scored, then zeros";

const TOTALS =
  "每份一个小端 32 位整数，单位同 `SheetPoints.units`：-1 为有未评项，-2 为有错或不完整的一份，原因见 NDJSON 应答 / a little-endian i32 a sheet, in the units of `SheetPoints.units`: -1 where an item was not scored, -2 for a sheet that is wrong or breaks off; the NDJSON answer says why";

export function scoresBatch(lines: ExampleMap, csv: ExampleMap): Operation {
  const text = (description: string, examples: ExampleMap) => ({ schema: { type: "string", description } as const, examples });
  return {
    method: "post",
    path: "/v1/awards/{award}/scores/batch",
    operationId: "scoreBatch",
    summary: "批量计分 / many score sheets, streamed",
    description:
      "逐份应答，次序不变，总长不限；某份有误只报该份，其余照算；各份互不比较，同一份提交两次即应答两次。CSV 的标题写条款或条款名称，空格即未评；标题有误时不作任何应答。NDJSON 每行一个 ScoreSheet。打包的字节在 Accept 为 `application/octet-stream` 时只应答总分。 / Answered sheet by sheet as they come, in order, without a limit in all; a bad one is reported and the rest go on; sheets are not compared, so that one sent twice is answered twice. Headings of a CSV are clauses or titles, an empty cell was not scored, and nothing is answered where the header is wrong. NDJSON is one ScoreSheet a line. Packed bytes are answered by totals alone where `application/octet-stream` is accepted.",
    request: {
      params: z.object({ award: awardParam }),
      body: {
        required: true,
        content: {
          "text/csv": text("第一行为标题，UTF-8 / the header first, in UTF-8", csv) as never,
          "application/x-ndjson": text("每行一个 ScoreSheet / one ScoreSheet a line", lines) as never,
          "application/octet-stream": { schema: { type: "string", format: "binary", description: PACKED } as never },
        },
      },
    },
    responses: {
      200: {
        description: "每份一行，或每份一个数 / a line a sheet, or a number a sheet",
        content: {
          "application/x-ndjson": { schema: scoredRowSchema },
          "application/octet-stream": { schema: { type: "string", format: "binary", description: TOTALS } as never },
        },
      },
      ...problems([
        "unreadable-body",
        "unknown-award",
        "absent-part",
        "method-not-allowed",
        "not-acceptable",
        "unsupported-media-type",
        "invalid-question",
        "internal-error",
      ]),
    },
  };
}
