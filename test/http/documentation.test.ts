import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { z } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { loadExamples } from "../../src/files/examples.js";
import { createApp } from "../../src/http/app.js";
import { prose } from "../../src/http/docs/prose.js";
import type { decisionSchema } from "../../src/http/openapi/decision-schema.js";
import { PROBLEMS } from "../../src/http/problem.js";
import type { Decision } from "../../src/index.js";
import { decide } from "../../src/kernel/decide.js";
import { decideByReference } from "../../src/reference/decide.js";
import { award, awards, completeFacts, decisions, shapesOf, startService } from "./service.js";

const service = await startService();
const asOf = "2024-06-01";

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        responses: Record<string, unknown>;
        requestBody?: { content: Record<string, { examples: Record<string, { summary: string; value: unknown }> }> };
      }
    >
  >;
  readonly components: { readonly schemas: Record<string, unknown> };
}

const document = (await (await service.get("/openapi.json")).json()) as OpenApi;

describe("GET /openapi.json", () => {
  test("describes every route, and no other", () => {
    const routes = createApp(awards).routes.map(
      ({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`,
    );
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb} ${path}`),
    );
    expect(described.sort()).toEqual([...new Set(routes)].sort());
    expect(document.openapi).toBe("3.1.0");
  });

  test("refers to nothing that it does not hold", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references.filter((reference) => !known.includes(reference))).toEqual([]);
    expect(new Set(references)).toContain(`#/components/schemas/${award.id}.facts`);
  });

  test("names each operation once", () => {
    const names = Object.values(document.paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
    expect(new Set(names).size).toBe(names.length);
  });

  test("describes in both languages whatever it describes", () => {
    const said = new Set<string>();
    JSON.stringify(document, (key, value: unknown) => {
      if ((key === "description" || key === "summary") && typeof value === "string") said.add(value);
      return value;
    });
    expect(said.size).toBeGreaterThan(50);
    expect([...said].filter((text) => !/\p{Script=Han}.* \/ .*[a-z]/isu.test(text))).toEqual([]);
  });

  test("brings an example of every decision, and each is answered", async () => {
    const operations = Object.entries(document.paths).flatMap(([path, { post }]) => (post === undefined ? [] : [{ path, post }]));
    for (const { path, post } of operations) {
      for (const [type, { examples }] of Object.entries(post.requestBody?.content ?? {})) {
        // Bytes are nothing to show.
        if (type === "application/octet-stream") continue;
        const asked = path.includes("{decision}") ? decisions : [path.split("/")[4]];
        expect(Object.keys(examples)).toEqual(asked.map((what) => `${award.id}/${what}`));
        for (const [name, { value }] of Object.entries(examples)) {
          const [id, decision] = name.split("/") as [string, string];
          const body = typeof value === "string" ? value : JSON.stringify(value);
          const response = await service.post(path.replace("{award}", id).replace("{decision}", decision), body, {
            "content-type": type,
          });
          expect([name, response.status]).toEqual([name, 200]);
          const answer = await response.text();
          expect(answer).not.toContain('"errors"');
          expect(answer, name).not.toContain('"outcome":"undetermined"');
        }
      }
    }
  });

  test("brings the shipped pack's own example of every decision, decided, and says that it is invented", async () => {
    const own = (await loadExamples("rules")).get(award.id);
    expect([...(own?.keys() ?? [])].sort()).toEqual([...decisions, "case", "selection"].sort());
    const readme = await readFile(`rules/${award.id}/examples/README.md`, "utf8");
    const content = document.paths["/v1/awards/{award}/decisions/{decision}"]?.["post"]?.requestBody?.content;
    for (const decision of decisions) {
      const question = own?.get(decision);
      const answer = decide(award, { ...(question as object), decision });
      const outcome = answer.ok ? answer.decision.outcome : answer.errors;
      expect(readme).toMatch(new RegExp(`\\| \`${decision}\\.json\` .*\\| \`${outcome}\` +\\|`));
      const shown = content?.["application/json"]?.examples[`${award.id}/${decision}`];
      expect(shown?.value).toEqual(question);
      expect(shown?.summary).toMatch(/虚构.*invented/);
    }
  });
});

describe("the shapes it declares", () => {
  const wrong = shapesOf(document);

  test.each(decisions)("hold every answer about %s, by either engine and in either detail", async (decision) => {
    for (const facts of [{}, completeFacts(decision, asOf, true), completeFacts(decision, asOf, false)]) {
      for (const detail of ["full", "verdict"] as const) {
        for (const day of [asOf, "2025-08-01"]) {
          const question = { id: `${decision} 1`, decision, asOf: day, facts, detail };
          for (const answer of [decide(award, question), await decideByReference(award, question)]) {
            if (answer.ok) expect(wrong("Decision", JSON.parse(JSON.stringify(answer.decision)))).toEqual([]);
          }
          expect(
            wrong("Question", { id: question.id, asOf: day, facts, detail, engine: "reference", interpretations: {} }),
          ).toEqual([]);
        }
      }
    }
  });

  test("hold what the kernel declares, in types too", () => {
    const taken: (decision: Decision) => unknown = (decision: z.input<typeof decisionSchema>) => decision;
    expect(taken).toBeTypeOf("function");
  });

  test("hold the list, the pack, the state of the service and a problem", async () => {
    expect(wrong("AwardList", await (await service.get("/v1/awards")).json())).toEqual([]);
    expect(wrong("Pack", await (await service.get(`/v1/awards/${award.id}`)).json())).toEqual([]);
    expect(wrong("Health", await (await service.get("/healthz")).json())).toEqual([]);
    for (const body of ["{", "{}", '{"asOf":1,"facts":{"x":1}}']) {
      expect(wrong("Problem", await (await service.ask("eligibility", body)).json())).toEqual([]);
    }
  });

  test("refuse what no answer and no question holds", () => {
    const answer = decide(award, { decision: "quota", asOf, facts: {} });
    const { outcome: _, ...without } = (answer.ok ? answer.decision : {}) as Decision;
    expect(wrong("Decision", without)).toMatchObject([{ keyword: "required" }]);
    expect(wrong("Decision", { ...without, outcome: "x", more: 1 })).toMatchObject([{ keyword: "additionalProperties" }]);
    for (const question of [{}, { asOf, facts: { nothing: 1 } }, { asOf, facts: {}, engine: "x" }, { asOf: 1, facts: {} }]) {
      expect(wrong("Question", question)).not.toEqual([]);
    }
  });
});

test("GET / leads to /docs", async () => {
  const response = await service.get("/", { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([302, "/docs"]);
  expect((await service.get("/")).headers.get("content-type")).toContain("text/html");
});

describe("GET /docs", async () => {
  const response = await service.get("/docs");
  const page = await response.text();
  const policy = response.headers.get("content-security-policy") ?? "";

  test("fetches nothing from anywhere", () => {
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page).not.toMatch(/@import|url\(/);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test.each(["style", "script"])("its %s is the one that the policy names", (element) => {
    const text = page.match(new RegExp(`<${element}>([^]*?)</${element}>`))?.[1] as string;
    expect(policy).toContain(`${element}-src 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    expect(page.match(new RegExp(`<${element}`, "g"))).toHaveLength(1);
    expect(page).not.toMatch(/ (style|on\w+)="/);
  });

  test("holds every operation, every shape and every kind of problem", () => {
    for (const path of Object.keys(document.paths)) expect(page).toContain(`<code>${path}</code>`);
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="schema-${name}"`);
    for (const kind of Object.keys(PROBLEMS)) expect(page).toContain(`id="problem-${kind}"`);
  });

  test("shows code as code, and no mark-up of a description as it was typed", () => {
    const shown = page.replaceAll(/<(style|script|pre|textarea)\b[\s\S]*?<\/\1>/g, "");
    expect(shown).not.toContain("`");
    expect(shown).toContain("as <code>loadAward</code> takes it");
    expect(String(prose("`<b>` & `a`: 1 < 2, ` alone"))).toBe("<code>&lt;b&gt;</code> &amp; <code>a</code>: 1 &lt; 2, ` alone");
  });

  test("has no link that leads nowhere", () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] as string);
    const missing = targets.filter((target) => !page.includes(`id="${target}"`));
    expect(missing).toEqual([]);
  });
});
