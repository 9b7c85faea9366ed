import { describe, expect, test } from "vitest";
import { createApp } from "../../src/http/app.js";
import type { Problem } from "../../src/http/problem.js";
import { describe as describeProblem, show } from "../../src/kernel/failure.js";
import { award, startService } from "./service.js";

const service = await startService();
const asOf = "2024-06-01";
const QUOTE = 0x22;
const path = `/v1/awards/${award.id}/decisions/eligibility`;

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const problem = (await response.json()) as Problem;
  expect(problem.status).toBe(response.status);
  expect(problem.type).toMatch(/^\/docs#problem-[a-z-]+$/);
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.[jt]s:\d|file:\/\//);
  return problem;
}

const places = ({ errors }: Problem) => errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe("404", () => {
  test("an unknown award, the known ones listed and the nearest named", async () => {
    for (const response of [
      await service.get("/v1/awards/nm-chairman-2023"),
      await service.get("/v1/awards/nm-chairman-2023/law"),
      await service.post("/v1/awards/nm-chairman-2023/decisions/eligibility", "{}"),
      await service.post("/v1/awards/nm-chairman-2023/decisions/eligibility/batch", "{}"),
    ]) {
      const problem = await problemOf(response);
      expect([problem.status, problem.type]).toEqual([404, "/docs#problem-unknown-award"]);
      expect(problem.errors[0]).toMatchObject({ code: "unknown-award", expected: award.id });
      expect(problem.detail).toContain(award.id);
    }
  });

  test("an unknown decision, the known ones listed", async () => {
    const problem = await problemOf(await service.ask("eligibilty", "{}"));
    expect([problem.status, problem.type]).toEqual([404, "/docs#problem-unknown-decision"]);
    expect(problem.errors[0]?.message.en).toContain("did you mean `eligibility`?");
    expect(problem.errors[0]?.expected).toContain("title-use");
  });

  test("a part that the pack does without", async () => {
    const { criteria: _, selection: __, "review-rules": ___, ...files } = award.files;
    const app = createApp(new Map([[award.id, { ...award, files }]]));
    const problem = await problemOf(
      await app.request(`/v1/awards/${award.id}/review-rules`, { headers: { origin: "https://x" } }),
    );
    expect([problem.status, problem.type]).toEqual([404, "/docs#problem-absent-part"]);
    expect(problem.errors[0]?.message.en).toMatch(/^nm-chairman-2022 has no `review-rules`.*: /);
    expect(Object.keys((await (await app.request(`/v1/awards/${award.id}`)).json()) as object)).not.toContain("criteria");
  });

  test.each([
    "/v1",
    "/v1/awards/",
    `/v1/awards/${award.id}/`,
    `/v1/awards/${award.id}/nothing`,
    "/v1/awards/%E0%A4%A/x/y",
    "/docs/x",
  ])("%s is no path", async (nowhere) => {
    expect((await problemOf(await service.get(nowhere))).type).toMatch(/unknown-(route|award)/);
  });

  test.each([
    "__proto__",
    "constructor",
    "toString",
    "..%2f..%2fetc%2fpasswd",
    "%00",
  ])("%s is neither award nor decision", async (name) => {
    expect((await service.get(`/v1/awards/${name}`)).status).toBe(404);
    expect((await service.ask(name, "{}")).status).toBe(404);
  });
});

describe("405", () => {
  test.each([
    ["DELETE", "/v1/awards", "GET, HEAD, OPTIONS"],
    ["POST", `/v1/awards/${award.id}/law`, "GET, HEAD, OPTIONS"],
    ["PUT", "/healthz", "GET, HEAD, OPTIONS"],
    ["POST", "/openapi.json", "GET, HEAD, OPTIONS"],
    ["POST", "/docs", "GET, HEAD, OPTIONS"],
    ["GET", path, "POST, OPTIONS"],
    ["PATCH", path, "POST, OPTIONS"],
    ["GET", `${path}/batch`, "POST, OPTIONS"],
  ])("%s %s is told to use %s", async (method, target, allow) => {
    const response = await service.get(target, { method });
    expect(response.headers.get("allow")).toBe(allow);
    expect((await problemOf(response)).status).toBe(405);
  });

  test("HEAD of what only takes POST has the headers of the problem and no body", async () => {
    const response = await service.get(path, { method: "HEAD" });
    expect([response.status, response.headers.get("allow"), await response.text()]).toEqual([405, "POST, OPTIONS", ""]);
  });

  test("OPTIONS tells the methods of every path", async () => {
    for (const [target, allow] of [
      ["/v1/awards", "GET, HEAD, OPTIONS"],
      [path, "POST, OPTIONS"],
    ] as const) {
      const response = await service.get(target, { method: "OPTIONS" });
      expect([response.status, response.headers.get("allow")]).toEqual([204, allow]);
    }
    expect((await service.get("/nowhere", { method: "OPTIONS" })).status).toBe(404);
  });
});

describe("415", () => {
  test.each([
    "text/plain",
    "application/xml",
    "application/jsonp",
    "application/json; charset=gbk",
    "multipart/form-data; boundary=x",
  ])("%s is not taken for JSON", async (type) => {
    const response = await service.post(path, "{}", { "content-type": type });
    expect(response.headers.get("accept-post")).toBe("application/json");
    expect((await problemOf(response)).status).toBe(415);
  });

  test("neither is a body without a type", async () => {
    expect((await problemOf(await service.post(path, new Uint8Array([123, 125]), {}))).status).toBe(415);
  });

  test("nor one that is compressed", async () => {
    const response = await service.post(path, "{}", { "content-type": "application/json", "content-encoding": "gzip" });
    expect(response.headers.get("accept-encoding")).toBe("identity");
    expect((await problemOf(response)).status).toBe(415);
  });

  test("a batch takes lines, not JSON", async () => {
    const problem = await problemOf(await service.post(`${path}/batch`, "{}"));
    expect(problem.status).toBe(415);
    expect(problem.detail).toContain("application/x-ndjson");
  });
});

const notJson: readonly (readonly [string, string, string])[] = [
  ["", "empty-input", ""],
  ["   \n", "empty-input", ""],
  ["{", "bad-json", "line 1, column 2"],
  ['{"asOf": "2024-06-01",\n  "facts": {,}}', "bad-json", "line 2, column 13"],
  ['{"asOf": 1} {}', "bad-json", "line 1, column 13"],
  ["{'asOf': 1}", "bad-json", "line 1, column 2"],
  ["nul", "bad-json", "line 1, column 1"],
  ["NaN", "bad-json", "line 1, column 1"],
  ["\uFEFF".repeat(300_000), "empty-input", ""],
  [`${"\uFEFF".repeat(300_000)}{}`, "bad-json", "line 1, column 1"],
  ["x ".repeat(500_000), "bad-json", "line 1, column 1"],
  ['{"a": 01}', "bad-json", "line 1, column 8"],
  ['{"a": 1,}', "bad-json", "line 1, column 9"],
  ['{"a": 1 /* x */}', "bad-json", "line 1, column 9"],
  ['{"a": "\t"}', "bad-json", "line 1, column 7"],
  ['"\\u12"', "bad-json", "line 1, column 1"],
  ["[".repeat(100_000), "too-deep", "line 1, column 65"],
  ["[".repeat(100_000) + "]".repeat(100_000), "too-deep", "line 1, column 65"],
  ['{"a":'.repeat(100_000), "too-deep", ""],
  [`{"asOf":"2024-06-01","facts":${"[".repeat(64)}${"]".repeat(64)}}`, "too-deep", "line 1, column 93"],
];

describe("400: what is no JSON", () => {
  test.each(
    notJson.map(([body, code, place]) => ({ body, code, place, shown: show(body) })),
  )("$shown is refused as $code", async ({ body, code, place }) => {
    const problem = await problemOf(await service.ask("eligibility", body));
    expect([problem.status, problem.type]).toEqual([400, "/docs#problem-unreadable-body"]);
    expect(problem.errors).toHaveLength(1);
    expect(problem.errors[0]?.code).toBe(code);
    expect(problem.errors[0]?.message.en).toContain(place);
  });

  test("a key that stands twice is refused, not dropped, wherever it is and however it is written", async () => {
    const body = `{"asOf":"${asOf}","facts":{"wonAward":false,"wonAward":true,"accidents":[{"date":"x: y","d\\u0061te":1}]},"asOf":1}`;
    const problem = await problemOf(await service.ask("title-use", body));
    expect(problem.status).toBe(400);
    expect(places(problem)).toEqual([
      "/facts/wonAward duplicate-key",
      "/facts/accidents/0/date duplicate-key",
      "/asOf duplicate-key",
    ]);
    expect(problem.errors[0]?.message.en).toContain("line 1, column 48");
  });

  test("a number that would be rounded is refused as it is written, not decided on as another", async () => {
    const body = `{"asOf":"${asOf}","facts":{"awardsInEdition":0.99999999999999999999,"x":[1e400]}}`;
    const problem = await problemOf(await service.ask("quota", body));
    expect(problem.status).toBe(400);
    expect(problem.errors).toMatchObject([
      { pointer: "/facts/awardsInEdition", code: "rounded-number", found: "0.99999999999999999999" },
      { pointer: "/facts/x/0", code: "rounded-number", found: "1e400" },
    ]);
    expect(problem.errors[0]?.message.zh).toContain("`0.99999999999999999999` 不能原样保存");
  });

  test.each([
    [0xc3, 0x28],
    [0xff],
    [0xe4, 0xb8],
    [0xed, 0xa0, 0x80],
    [0xd6, 0xca],
  ])("bytes %i … that are no UTF-8", async (...bytes) => {
    const problem = await problemOf(await service.post(path, new Uint8Array([QUOTE, ...bytes, QUOTE])));
    expect([problem.status, ...places(problem)]).toEqual([400, " not-utf8"]);
  });

  test("bytes that are no HTTP", async () => {
    const answer = await service.raw(["GET / HTTP/9.9\r\nnonsense\r\n\r\n"]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain("application/problem+json");
    expect(answer).toContain("problem-bad-request");
  });

  test.each([
    "GET http:// HTTP/1.1\r\nhost: x\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nhost: a b\r\n\r\n",
  ])("%s", async (request) => {
    const answer = await service.raw([request], (text) => text.includes("\r\n\r\n{"));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("application/problem+json");
  });
});

describe("413", () => {
  test("a body over 1 MiB by its own account is refused before it is read", async () => {
    const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1048577\r\n\r\n`;
    const answer = await service.raw([head], (text) => text.includes("too-large"));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("one that does not say how long it is, once it has grown beyond", async () => {
    const piece = `10000\r\n${" ".repeat(65_536)}\r\n`;
    const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    const answer = await service.raw([head, ...Array.from({ length: 40 }, () => piece)], (text) => text.includes("too-large"));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain("problem-body-too-large");
  });

  test("1 MiB to the byte is read, with and without a length", async () => {
    const body = JSON.stringify({ asOf, facts: {} }).padEnd(1_048_576);
    expect((await service.ask("quota", body)).status).toBe(200);
    expect((await service.ask("quota", `${body} `)).status).toBe(413);
    const stream = new Blob([body]).stream();
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: stream, duplex: "half" } as RequestInit;
    expect((await service.get(`/v1/awards/${award.id}/decisions/quota`, init)).status).toBe(200);
  });
});

describe("422: what is JSON and no question", () => {
  test.each([["[]"], ["null"], ["1"], ['"x"']])("%s is no object", async (body) => {
    const problem = await problemOf(await service.ask("eligibility", body));
    expect([problem.status, problem.type, ...places(problem)]).toEqual([422, "/docs#problem-invalid-question", " not-an-object"]);
  });

  test("everything wrong is said at once, each at its place", async () => {
    const question = {
      asOf: "2024-02-30",
      facts: { operatingSinse: "2018-01-01", operatingSince: "2018-13-01", accidents: [{ dat: 1 }], registeredInRegion: "yes" },
      interpretations: { nothing: "x" },
      engine: "referense",
      detail: "brief",
      decision: "funding",
      extra: 1,
    };
    const problem = await problemOf(await service.ask("eligibility", question));
    expect(problem.status).toBe(422);
    expect(places(problem).sort()).toEqual(
      [
        "/asOf not-a-date",
        "/decision unknown-member",
        "/detail not-a-value",
        "/engine not-a-value",
        "/extra unknown-member",
        "/facts/accidents/0/dat unknown-field",
        "/facts/operatingSince not-a-date",
        "/facts/operatingSinse unknown-fact",
        "/facts/registeredInRegion not-a-boolean",
        "/interpretations/nothing unknown-interpretation",
      ].sort(),
    );
    expect(problem.errors.find(({ pointer }) => pointer === "/engine")?.message.en).toContain("did you mean `reference`?");
    expect(problem.errors.find(({ pointer }) => pointer === "/facts/operatingSince")?.provision).toMatch(/^art_/);
  });

  test("an empty question misses what it must have", async () => {
    expect(places(await problemOf(await service.ask("eligibility", {})))).toEqual([" missing-member", " missing-member"]);
  });

  test("a day before the measures were in force", async () => {
    const problem = await problemOf(await service.ask("eligibility", { asOf: "2022-12-11", facts: {} }));
    expect([problem.status, ...places(problem)]).toEqual([422, "/asOf not-in-force"]);
  });

  test("messages say what they mean in both languages", async () => {
    const question = {
      asOf: "9999-12-31",
      facts: { useOf: "titel" },
      interpretations: { lookbackAnchor: "x" },
    };
    const { errors } = await problemOf(await service.ask("title-use", question));
    const said = (pointer: string) => errors.find((error) => error.pointer === pointer)?.message;
    expect(said("/asOf")?.zh).toBe("9999-12-31 不在可用的日期之内：请写 1900-01-01 至 2199-12-31 之间的日期");
    expect(said("/facts/useOf")?.zh).toMatch(/：是否为 `title`？可用 .*，要留空则写 null$/);
    expect(said("/facts/useOf")?.en).toMatch(/: did you mean `title`\? write one of .*, or null to leave it open$/);
    expect(said("/interpretations/lookbackAnchor")?.zh).toMatch(/不是可用的值：可用 .*，要留空则写 null$/);
    expect(JSON.stringify(errors)).not.toMatch(/？；|\?;/);
    expect(said("/asOf")?.en).not.toContain("no calendar date");
    const feb30 = await problemOf(await service.ask("title-use", { asOf: "2300-02-30", facts: {} }));
    expect(feb30.errors[0]?.message.en).toContain("is no calendar date");
  });

  test.each([
    ["award", "个"],
    ["fen", "分"],
    ["year", "年"],
    ["furlong", "furlong"],
  ])("the unit %s in Chinese is %s", (unit, zh) => {
    expect(describeProblem({ code: "not-an-integer", found: 0.5, unit }).zh).toContain(`单位 ${zh}，`);
    expect(describeProblem({ code: "out-of-range", found: 9, min: 0, max: 1, unit }).zh).toMatch(new RegExp(`单位 ${zh}$`));
  });

  test("`__proto__` is a key like any other", async () => {
    const body = `{"asOf":"${asOf}","facts":{"__proto__":{"wonAward":true}},"__proto__":{"detail":"verdict"}}`;
    const problem = await problemOf(await service.ask("eligibility", body));
    expect(places(problem)).toEqual(["/__proto__ unknown-member", "/facts/__proto__ unknown-fact"]);
  });

  test("a hundred thousand mistakes are not all listed, and that is said", async () => {
    const repeated = await problemOf(await service.ask("eligibility", `{"asOf":1${',"asOf":1'.repeat(100_000)}}`));
    expect(repeated.errors).toHaveLength(1001);
    expect(repeated.errors.at(-1)).toMatchObject({
      code: "more-errors",
      message: { en: expect.stringContaining("the first 1000 of 100000 errors are listed, 99000 more are not") },
    });
    const facts = Array.from({ length: 20_000 }, (_, index) => `"x${index}":1`).join(",");
    const { errors, detail } = await problemOf(await service.ask("eligibility", `{"asOf":"${asOf}","facts":{${facts}}}`));
    expect(errors).toHaveLength(1001);
    expect(errors.at(-1)).toMatchObject({ code: "more-errors", message: { en: expect.stringContaining("19000 more are not") } });
    expect(detail).toContain("前 1000 处错误，共 20000 处");
    expect(detail).toContain("the first 1000 of 20000 errors");
  });
});

describe("the language of a problem", () => {
  test.each([
    [undefined, "zh, en"],
    ["*", "zh, en"],
    ["fr", "zh, en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh, en"],
    ["en-GB,en;q=0.9,zh;q=0.8", "en, zh"],
    ["en;q=0.5, zh;q=0.6", "zh, en"],
    ["zh;q=0, en;q=0.1", "en, zh"],
    ["fr, en;q=0.3", "en, zh"],
    [";;;,=", "zh, en"],
  ])("Accept-Language %s puts %s", async (accepted, order) => {
    // A bare socket: `fetch` adds a language of its own.
    const header = accepted === undefined ? "" : `accept-language: ${accepted}\r\n`;
    const answer = await service.raw([`GET /nowhere HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${header}\r\n`]);
    const [zh, en] = ["没有此路径", "no such path"];
    expect(answer).toContain(`content-language: ${order}\r\n`);
    expect(answer.toLowerCase()).toContain("vary: accept-language");
    expect(answer).toContain(order === "zh, en" ? `"${zh} / ${en}"` : `"${en} / ${zh}"`);
  });
});

test("500 tells of a fault without a trace of where or why", async () => {
  const faults: unknown[] = [];
  const { createApp } = await import("../../src/http/app.js");
  const broken = new Map([
    [
      award.id,
      {
        ...award,
        get files(): never {
          throw new TypeError("secret at /srv/x.js:1");
        },
      },
    ],
  ]);
  const app = createApp(broken, { onFault: (fault) => faults.push(fault) });
  const problem = await problemOf(await app.request(`/v1/awards/${award.id}/law`));
  expect([problem.status, ...places(problem)]).toEqual([500, " internal-error"]);
  expect(JSON.stringify(problem)).not.toContain("secret");
  expect(faults).toHaveLength(1);
});
