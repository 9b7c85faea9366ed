import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { createApp } from "../../src/http/app.js";
import { decide } from "../../src/kernel/decide.js";
import { award, awards, completeFacts, startService } from "./service.js";

const service = await startService();
const asOf = "2024-06-01";
const path = `/v1/awards/${award.id}/decisions/title-use/batch`;

type Answered = {
  readonly line: number;
  readonly id?: string;
  readonly decision?: { readonly id?: string; readonly outcome: string };
  readonly errors?: readonly { code: string; pointer: string; message: { zh: string; en: string } }[];
};

async function answersTo(lines: string, decision = "title-use"): Promise<Answered[]> {
  const response = await service.batch(decision, lines);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
  return parsed(await response.text());
}

function parsed(text: string): Answered[] {
  if (text === "") return [];
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Answered);
}

describe("POST /v1/awards/{award}/decisions/{decision}/batch", () => {
  test("answers every line with the kernel's own decision, in order", async () => {
    const facts = [{}, { wonAward: false }, completeFacts("title-use", asOf, true), completeFacts("title-use", asOf, false)];
    const questions = Array.from({ length: 400 }, (_, index) => ({ asOf, facts: facts[index % 4] }));
    const answers = await answersTo(questions.map((question) => JSON.stringify(question)).join("\n"));
    expect(answers).toEqual(
      questions.map((question, index) => {
        const answer = decide(award, { decision: "title-use", ...question });
        return { line: index + 1, decision: JSON.parse(JSON.stringify(answer.ok && answer.decision)) };
      }),
    );
  });

  test("reports a bad line with its number and answers those after it", async () => {
    const good = JSON.stringify({ asOf, facts: { wonAward: false } });
    const long = `{"asOf":"${asOf}","facts":{},"x":"${"x".repeat(1024 * 1024)}"}`;
    const lines = [
      good,
      "",
      "{",
      `${good}x`,
      "   ",
      long,
      '{"asOf":1}',
      `{"asOf":"${asOf}","asOf":1}`,
      "[]",
      "[".repeat(100_000),
      `\uFEFF${good}`,
      `${good}\r`,
      `{"asOf":"${asOf}","facts":{"x":9007199254740993}}`,
    ];
    const answers = await answersTo(lines.join("\n"));
    expect(answers.map(({ line, decision, errors }) => [line, decision?.outcome ?? errors?.map(({ code }) => code)])).toEqual([
      [1, "not-permitted"],
      [3, ["bad-json"]],
      [4, ["bad-json"]],
      [6, ["too-large"]],
      [7, ["missing-member", "not-a-date"]],
      [8, ["duplicate-key"]],
      [9, ["not-an-object"]],
      [10, ["too-deep"]],
      [11, "not-permitted"],
      [12, "not-permitted"],
      [13, ["rounded-number"]],
    ]);
  });

  test("says of a place in a line its column alone, for the line has its own number", async () => {
    const lines = ["", "", "{oops", '{"a":1,"a":2}', "[".repeat(100)];
    const answers = await answersTo(lines.join("\n"));
    expect(answers.map(({ line, errors }) => [line, errors?.[0]?.message.zh, errors?.[0]?.message.en])).toEqual([
      [3, expect.stringMatching(/^第 2 列不是/), expect.stringMatching(/^not JSON at column 2 /)],
      [4, "第 8 列重复出现 `a`：只保留一个", "`a` stands twice, again at column 8: keep one"],
      [5, "第 65 列嵌套超过 64 层：请减少嵌套", "nested deeper than 64 at column 65: nest less"],
    ]);
  });

  test("gives back the id of a question that cannot be decided, where it can be read and is one", async () => {
    const longest = "质".repeat(200);
    const lines = [
      `{"id":"a","asOf":"${asOf}","facts":{"x":1}}`,
      `{"id":"${longest}","asOf":1,"facts":{}}`,
      `{"id":"${longest}质","asOf":1,"facts":{}}`,
      `{"id":7,"asOf":"${asOf}","facts":{}}`,
      `{"id":null,"asOf":1,"facts":{}}`,
      `{"id":"b","asOf":"${asOf}","facts":{},"engine":"reference"}`,
      `{"id":"c","asOf":"${asOf}","facts":{}}`,
      `{"id":"d","id":"e","asOf":"${asOf}","facts":{}}`,
      '{"id":"f"',
      '["id"]',
    ];
    const answers = await answersTo(lines.join("\n"));
    expect(
      answers.map(({ id, decision, errors }) => [id, decision?.id ?? [...new Set(errors?.map(({ code }) => code))]]),
    ).toEqual([
      ["a", ["unknown-fact"]],
      [longest, ["not-a-date"]],
      [undefined, ["too-long", "not-a-date"]],
      [undefined, ["not-a-text"]],
      [undefined, ["not-a-date"]],
      ["b", ["reference-needs-facts"]],
      [undefined, "c"],
      [undefined, ["duplicate-key"]],
      [undefined, ["bad-json"]],
      [undefined, ["not-an-object"]],
    ]);
  });

  test("takes either engine and either detail line by line", async () => {
    const facts = completeFacts("title-use", asOf, true);
    const lines = [{ engine: "reference" }, { engine: "compiled", detail: "verdict" }, { engine: "reference", facts: {} }, {}];
    const answers = await answersTo(lines.map((line) => JSON.stringify({ asOf, facts, ...line })).join("\n"));
    expect(answers.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(answers[2]?.errors?.[0]?.code).toBe("reference-needs-facts");
    expect(Object.keys(answers[1]?.decision ?? {})).not.toContain("rules");
    expect(answers[0]?.decision?.outcome).toBe(answers[3]?.decision?.outcome);
  });

  test.each(["", "\n\n  \n"])("of no question there is no answer", async (lines) => {
    expect(await answersTo(lines)).toEqual([]);
  });

  test("a line of GBK is reported, the rest goes on", async () => {
    const good = new TextEncoder().encode(`{"asOf":"${asOf}","facts":{"wonAward":false}}\n`);
    const response = await service.batch("title-use", new Blob([new Uint8Array([0xd6, 0xca, 10]), good]));
    expect(parsed(await response.text())).toMatchObject([
      { line: 1, errors: [{ code: "not-utf8" }] },
      { line: 2, decision: {} },
    ]);
  });

  test.each(["application/ndjson", "application/jsonl", "application/x-ndjson; charset=utf-8"])("%s will do", async (type) => {
    expect((await service.batch("title-use", "", type)).status).toBe(200);
  });
});

describe("as it comes", () => {
  test("the first answer is there before the last line is sent", async () => {
    const sent = request(new URL(path, service.address), { method: "POST", headers: { "content-type": "application/x-ndjson" } });
    const line = (index: number) => `{"asOf":"${asOf}","facts":{"wonAward":${index % 2 === 0}},"detail":"verdict"}\n`;
    sent.write(line(0));
    const response = await new Promise<AsyncIterable<Buffer>>((resolve) => sent.once("response", resolve));
    let text = "";
    let index = 1;
    for await (const chunk of response) {
      text += chunk.toString();
      // Each next line is sent only when the one before it has been answered.
      if (parsed(text).length === index) {
        if (index === 20) sent.end();
        else sent.write(line(index++));
      }
    }
    expect(parsed(text).map((answer) => answer.line)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test("a client that does not read is not read from for long", async () => {
    const socket = connect(service.port, "127.0.0.1");
    socket.pause();
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n`);
    const line = `{"asOf":"${asOf}","facts":{}}\n`;
    const piece = `10000\r\n${line.repeat(Math.ceil(65_536 / line.length)).slice(0, 65_536)}\r\n`;
    let taken = 0;
    let held = false;
    for (let index = 0; index < 2000 && !held; index++) {
      taken += piece.length;
      if (!socket.write(piece)) held = await neverDrains(socket);
    }
    expect(held).toBe(true);
    // What was taken in fills buffers of the kernel and of Node, and is a small part of what it would have been answered with.
    expect(taken).toBeLessThan(64 * 1024 * 1024);
    socket.destroy();
    expect((await service.get("/healthz")).status).toBe(200);
  });

  test("a client that goes away stops the work", async () => {
    const closing = await startService({ graceMs: 600_000 });
    const socket = connect(closing.port, "127.0.0.1");
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n`);
    const line = `{"asOf":"${asOf}","facts":{}}\n`;
    const piece = line.repeat(20_000);
    socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
    await new Promise((resolve) => socket.once("data", resolve));
    socket.destroy();
    // Shutting down waits for whatever is under way, here for ten minutes if it must: it does not have to.
    await closing.close();
    await expect(closing.get("/healthz")).rejects.toThrow();
  });

  test("an answer that is no longer read takes no more of the question", async () => {
    let taken = 0;
    let cancelled = false;
    const line = new TextEncoder().encode(`{"asOf":"${asOf}","facts":{}}\n`);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        taken++;
        controller.enqueue(line);
      },
      cancel() {
        cancelled = true;
      },
    });
    const init = { method: "POST", headers: { "content-type": "application/x-ndjson" }, body, duplex: "half" } as RequestInit;
    const response = await createApp(awards).request(path, init);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    for (let index = 0; index < 3; index++) expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    expect(cancelled).toBe(true);
    // No more than was asked for, but for what stands ready between the two.
    expect(taken).toBeLessThan(8);
  });

  test("other requests are answered while a batch goes on", async () => {
    const line = `{"asOf":"${asOf}","facts":{}}\n`;
    let done = false;
    const long = service.batch("title-use", line.repeat(20_000)).then(async (response) => {
      const { length } = parsed(await response.text());
      done = true;
      return length;
    });
    for (let index = 0; index < 5; index++) expect((await service.get("/healthz")).status).toBe(200);
    expect(done).toBe(false);
    expect(await long).toBe(20_000);
  });
});

/** Whether a second passes without the other side taking anything. */
function neverDrains(socket: ReturnType<typeof connect>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), 1000);
    socket.once("drain", () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
