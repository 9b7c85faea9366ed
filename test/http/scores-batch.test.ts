import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { createApp } from "../../src/http/app.js";
import { itemsOf } from "../../src/kernel/criteria.js";
import type { ScoredSheet } from "../../src/selection/score-answer.js";
import { even, measures } from "../selection/awards.js";
import { award, awards, shapesOf, startService } from "./service.js";

const service = await startService();
const nm = await measures();
const path = `/v1/awards/${award.id}/scores/batch`;
const wrong = shapesOf((await (await service.get("/openapi.json")).json()) as object);
const items = itemsOf(nm.criteria);
const clauses = items.map(({ clause }) => clause);
const { stride } = nm.scorer.layout;

type Row = { readonly row: number } & Partial<ScoredSheet> & {
    readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly column?: string }[];
  };

const send = (body: BodyInit, type: string, accept = "*/*") => service.post(path, body, { "content-type": type, accept });

async function rowsOf(body: BodyInit, type: string): Promise<readonly Row[]> {
  const response = await send(body, type);
  const text = await response.text();
  expect([response.status, response.headers.get("content-type")], text.slice(0, 300)).toEqual([
    200,
    "application/x-ndjson; charset=utf-8",
  ]);
  const rows =
    text === ""
      ? []
      : text
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as Row);
  for (const row of rows.slice(0, 100)) expect(wrong("ScoredRow", row)).toEqual([]);
  return rows;
}

const csv = (body: BodyInit) => rowsOf(body, "text/csv");
const told = ({ row, total, errors }: Row) => [
  row,
  total?.units ?? errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? null,
];
const header = `applicant,reviewer,stage,${clauses.join(",")}`;
const cells = (score: number | string) => clauses.map(() => score).join(",");

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = (await response.json()) as {
    status: number;
    type: string;
    errors: { code: string; message: { en: string } }[];
  };
  expect(wrong("Problem", problem)).toEqual([]);
  return problem;
}

function packed(...scores: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(stride * scores.length);
  for (const [at, score] of scores.entries()) bytes.fill(score, at * stride, at * stride + items.length);
  return bytes;
}

describe("text/csv", () => {
  test("every row is answered, in order, with its names and its points", async () => {
    const rows = await csv(`${header}\nA,R1,site,${cells(50)}\n\nB,R2,现场评审,${cells(100)}\n`);
    expect(rows.map(({ row, applicant, reviewer, stage, total }) => [row, applicant, reviewer, stage, total?.text])).toEqual([
      [2, "A", "R1", "site", "500.00"],
      [4, "B", "R2", "site", "1000.00"],
    ]);
  });

  test("headings are titles as well, a BOM, semicolons, quotes and returns will do", async () => {
    const titles = items.map(({ title }) => `"${title.zh}"`).join(";");
    const rows = await csv(`\uFEFF申报单位;${titles}\r\n"甲;乙";${clauses.map(() => 5).join(";")}\r\n`);
    expect(rows).toMatchObject([{ row: 2, applicant: "甲;乙", total: { units: 5000 } }]);
  });

  test("an empty cell was not scored, and a bad one is told with its column; the rest go on", async () => {
    const bad = clauses.map((_, at) => (at === 1 ? "81" : at === 2 ? "八十" : at === 3 ? "" : "80")).join(",");
    const rows = await csv(
      [
        header,
        `A,R1,site,${cells("")}`,
        `A,R1,site,${bad}`,
        "A,R1",
        `,R1,site,${cells(5)}`,
        `A,R1,sit,${cells(5)}`,
        `A,R1,site,${cells(5)}`,
      ].join("\n"),
    );
    expect(rows.map(told)).toEqual([
      [2, null],
      [3, ["/scores/4.1.3 off-scale", "/scores/4.1.4 no-number"]],
      [4, [" too-few-cells"]],
      [5, ["/applicant no-name"]],
      [6, ["/stage unknown-stage"]],
      [7, 5000],
    ]);
    expect(rows[0]).toMatchObject({ range: { least: { units: 0 }, greatest: { units: 100_000 } }, missing: clauses });
    expect(rows[1]).toMatchObject({ applicant: "A", reviewer: "R1", stage: "site", errors: [{ column: "E" }, { column: "F" }] });
  });

  test("a name that is no UTF-8 is refused, not guessed at", async () => {
    const text = new TextEncoder();
    const gbk = new Uint8Array([0xd6, 0xca]);
    const body = new Blob([text.encode(`${header}\n`), gbk, text.encode(`,R1,site,${cells(5)}\nB,R1,site,${cells(5)}\n`)]);
    expect((await csv(body)).map(told)).toEqual([
      [2, ["/applicant not-utf8"]],
      [3, 5000],
    ]);
  });

  test("the same however it is cut into pieces", async () => {
    const body = new TextEncoder().encode(`${header}\r\n"A ""x""",R1,site,${cells(50)}\r\n单位,R1,site,${cells("")}\r\nB\r\n`);
    const whole = await (await send(body, "text/csv")).text();
    for (const size of [1, 2, 7, 100]) {
      const pieces = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < body.length; at += size) controller.enqueue(body.slice(at, at + size));
          controller.close();
        },
      });
      const init = { method: "POST", headers: { "content-type": "text/csv" }, body: pieces, duplex: "half" } as RequestInit;
      expect(await (await createApp(awards).request(path, init)).text()).toBe(whole);
    }
    expect(whole.trimEnd().split("\n")).toHaveLength(3);
  });

  test("every fault of the header is told, and nothing answered", async () => {
    const faulty = header.replace("4.1.2", "4.1.22").replace("4.1.3", "4.1.4").replace("applicant", "who");
    const problem = await problemOf(await send(`${faulty}\nA\n`, "text/csv"));
    expect([problem.status, problem.type]).toEqual([422, "/docs#problem-invalid-question"]);
    expect(problem.errors.map(({ code }) => code).sort()).toEqual([
      "column-twice",
      "no-column",
      "no-column",
      "no-column",
      "unknown-clause",
    ]);
  });

  test("what is no header at all is told as that, and what it lacks in one line", async () => {
    const { status, errors } = await problemOf(await send(`2023 年度评分表\n\n${header}\nA,R1,site,${cells(5)}\n`, "text/csv"));
    expect([status, errors.map(({ code }) => code)]).toEqual([422, ["wrong-header", "no-columns"]]);
    expect(errors[0]?.message.en).toBe(
      "row 1 was taken for the header (`2023 年度评分表`), and hardly any of the columns needed is in it: " +
        "begin with the header, and leave out what stands above it",
    );
  });

  test("a header that is no UTF-8, or without end", async () => {
    expect((await problemOf(await send(new Uint8Array([0xd6, 0xca, 10]), "text/csv"))).errors[0]?.code).toBe("not-utf8");
    // Not over a connection, which is closed upon a body that is refused half way.
    const ask = (body: string) =>
      createApp(awards).request(path, { method: "POST", headers: { "content-type": "text/csv" }, body });
    expect((await problemOf(await ask("x".repeat(70_000)))).errors[0]?.code).toBe("too-large");
    expect((await problemOf(await ask(`"${"\n".repeat(3_000_000)}`))).errors[0]?.code).toBe("too-large");
    expect((await problemOf(await send(`${"4.9.9,".repeat(10_000)}\n`, "text/csv"))).errors).toHaveLength(1001);
  });

  test("a row without end is told, with all that was not read", async () => {
    const rows = await csv(
      `${header}\nA,R1,site,${cells(5)}\n"${"x".repeat(600_000)}\nB,R1,site,${cells(5)}\n${"y\n".repeat(900_000)}`,
    );
    expect(rows.map(told)).toEqual([
      [2, 5000],
      [3, [" long-row"]],
    ]);
  });

  test("names without end are forgotten, and take no room", async () => {
    const row = (at: number) => `单位${at},R${at % 7},site,${cells(5 * (at % 21))}\n`;
    const rows = await csv(`${header}\n${Array.from({ length: 200_000 }, (_, at) => row(at)).join("")}`);
    expect(rows).toHaveLength(200_000);
    const slips = rows.filter(
      ({ row: number, applicant, total }, at) =>
        number !== at + 2 || applicant !== `单位${at}` || total?.units !== 5000 * (at % 21),
    );
    expect(slips).toEqual([]);
  });
});

describe("application/x-ndjson", () => {
  test("every line is answered, a bad one with all that is wrong with it", async () => {
    const { scores } = even(nm, "site", "A", "R", 50);
    const lines = [
      { scores },
      { applicant: "A", stage: "现场评审", scores: { ...scores, "4.1.2": 51, "4.9": 1 } },
      [],
      { applicant: "A", reviewer: "R", stage: "site", scores: {} },
    ].map((line) => JSON.stringify(line));
    const rows = await rowsOf([...lines.slice(0, 2), "", "{", ...lines.slice(2)].join("\n"), "application/x-ndjson");
    expect(rows.map(told)).toEqual([
      [1, 50_000],
      [2, ["/scores/4.1.2 off-scale", "/scores/4.9 unknown-clause"]],
      [4, [" bad-json"]],
      [5, [" not-an-object"]],
      [6, null],
    ]);
    expect(rows.at(-1)).toMatchObject({ applicant: "A", reviewer: "R", stage: "site", missing: clauses });
  });

  test("scores stand together or side by side, stages have names or labels, and digits may be text", async () => {
    const { scores } = even(nm, "site", "7", "R", 50);
    const digits = Object.fromEntries(clauses.map((clause) => [clause, "50"]));
    const lines = [
      { applicant: "7", stage: "site", scores },
      { applicant: 7, stage: "现场评审", ...scores },
      { applicant: "7", stage: "On-site review", ...digits },
      { applicant: "7", stage: "site", ...scores, "4.1.2": 101, "4.1.3": "六十", "4.1.22": 5, "4.1.4": "60.0" },
      { applicant: "7", scores, "4.1.2": 50 },
      { applicant: 7.5, stage: "sit", reviewr: "R" },
    ];
    const rows = await rowsOf(lines.map((line) => JSON.stringify(line)).join("\n"), "application/x-ndjson");
    const [first, second, third, ...others] = rows;
    expect(second).toEqual({ ...first, row: 2 });
    expect(third).toEqual({ ...first, row: 3 });
    expect(first).toMatchObject({ applicant: "7", stage: "site", total: { units: 50_000 } });
    expect(others.map(told)).toEqual([
      [4, ["/4.1.2 off-scale", "/4.1.3 no-number", "/4.1.4 off-scale", "/4.1.22 unknown-clause"]],
      [5, ["/4.1.2 unknown-member"]],
      [6, ["/reviewr unknown-member", " missing-member", "/applicant not-a-text", "/stage unknown-stage"]],
    ]);
  });

  test.each(["text/csv", "application/x-ndjson"])("of nothing there is no answer: %s", async (type) => {
    for (const body of ["", "\n\n", "\uFEFF\r\n"]) {
      const { status, errors } = await problemOf(await send(body, type));
      expect([status, errors.map(({ code, message }) => [code, message.en])]).toEqual([
        400,
        [["empty-input", "nothing here: give score sheets"]],
      ]);
    }
  });

  test("the first answer is there before the last line is sent", async () => {
    const sent = request(new URL(path, service.address), { method: "POST", headers: { "content-type": "application/x-ndjson" } });
    const line = `${JSON.stringify({ scores: {} })}\n`;
    sent.write(line);
    const response = await new Promise<AsyncIterable<Buffer>>((resolve) => sent.once("response", resolve));
    let answered = 0;
    for await (const chunk of response) {
      answered += chunk.toString().split("\n").length - 1;
      if (answered === 5) sent.end();
      else sent.write(line);
    }
    expect(answered).toBe(5);
  });
});

describe("application/octet-stream", () => {
  const totalsOf = async (body: BodyInit) => {
    const response = await send(body, "application/octet-stream", "application/octet-stream");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/octet-stream"]);
    const view = new DataView(await response.arrayBuffer());
    return Array.from({ length: view.byteLength / 4 }, (_, at) => view.getInt32(4 * at, true));
  };
  const missing = packed(50);
  missing[3] = 255;
  const offScale = packed(50);
  offScale[0] = 51;
  const unpadded = packed(50);
  unpadded[items.length] = 50;

  test("totals are those of the scorer; -1 lacks an item, -2 is no sheet", async () => {
    const body = new Blob([packed(0, 50, 100), missing, offScale, unpadded, packed(5), packed(5).slice(0, 7)]);
    expect(await totalsOf(body)).toEqual([0, 50_000, 100_000, -1, -2, -2, 5000, -2]);
    expect(await totalsOf(new Uint8Array(0))).toEqual([]);
  });

  test("as lines it is told why", async () => {
    const rows = await rowsOf(
      new Blob([packed(50), missing, offScale, unpadded, packed(5).slice(0, 7)]),
      "application/octet-stream",
    );
    expect(rows.map(told)).toEqual([
      [1, 50_000],
      [2, null],
      [3, ["/scores/4.1.2 off-scale"]],
      [4, [" not-zero"]],
      [5, [" breaks-off"]],
    ]);
    expect(rows[1]?.missing).toEqual([clauses[3]]);
  });

  test("a hundred thousand sheets, one after the other", async () => {
    const scores = Array.from({ length: 100_000 }, (_, at) => 5 * (at % 21));
    const body = packed(...scores.slice(0, 50_000));
    const all = new Blob([body, packed(...scores.slice(50_000))]);
    expect(await totalsOf(all)).toEqual(scores.map((score) => 1000 * score));
  });
});

describe("what is asked for and what is sent", () => {
  test.each([
    ["text/csv", "text/html", 406],
    ["text/csv", "application/octet-stream", 406],
    ["application/octet-stream", "application/json", 406],
    ["application/octet-stream", "application/octet-stream;q=0", 406],
    ["application/json", "*/*", 415],
    ["text/csv; charset=gbk", "*/*", 415],
    ["", "*/*", 415],
  ])("%s, answered as %s: %i", async (type, accept, status) => {
    const response = await service.post(path, new Uint8Array([10]), { ...(type === "" ? {} : { "content-type": type }), accept });
    expect((await problemOf(response)).status).toBe(status);
  });

  test.each([
    ["*/*", "application/x-ndjson; charset=utf-8"],
    ["application/octet-stream, */*", "application/octet-stream"],
    ["application/octet-stream;q=0.5, application/x-ndjson", "application/x-ndjson; charset=utf-8"],
    ["application/*", "application/x-ndjson; charset=utf-8"],
  ])("packed bytes for %s are answered as %s", async (accept, type) => {
    const response = await send(packed(5), "application/octet-stream", accept);
    expect(response.headers.get("content-type")).toBe(type);
  });

  test("other methods and awards", async () => {
    expect((await problemOf(await service.get(path))).status).toBe(405);
    expect((await problemOf(await service.post("/v1/awards/x/scores/batch", "", { "content-type": "text/csv" }))).status).toBe(
      404,
    );
  });
});

describe("a client", () => {
  const head = (type: string) =>
    `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`;
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

  test("that does not read is not read from for long", async () => {
    const socket = connect(service.port, "127.0.0.1");
    socket.pause();
    socket.write(head("text/csv") + chunk(`${header}\n`));
    const piece = chunk(`A,R,site,${cells(50)}\n`.repeat(700));
    let taken = 0;
    let held = false;
    for (let index = 0; index < 2000 && !held; index += 1) {
      taken += piece.length;
      if (socket.write(piece)) continue;
      held = await new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), 1500);
        socket.once("drain", () => {
          clearTimeout(timer);
          resolve(false);
        });
      });
    }
    expect(held).toBe(true);
    expect(taken).toBeLessThan(64 * 1024 * 1024);
    socket.destroy();
    expect((await service.get("/healthz")).status).toBe(200);
  });

  test("that goes away stops the work", async () => {
    const closing = await startService({ graceMs: 600_000 });
    const socket = connect(closing.port, "127.0.0.1");
    socket.write(head("text/csv") + chunk(`${header}\n${`A,R,site,${cells(50)}\n`.repeat(20_000)}`));
    await new Promise((resolve) => socket.once("data", resolve));
    socket.destroy();
    await closing.close();
    await expect(closing.get("/healthz")).rejects.toThrow();
  });
});
