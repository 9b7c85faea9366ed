import { describe, expect, test } from "vitest";
import { decide, loadAward } from "../../src/index.js";
import { factsSchema } from "../../src/pack/facts-schema.js";
import { award, decisions, startService } from "./service.js";

const service = await startService();

describe("GET /healthz", () => {
  test("says that the service is up, by which kernel and for which awards", async () => {
    const response = await service.get("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ok", kernel: expect.any(String), awards: [award.id] });
  });
});

describe("GET /v1/awards", () => {
  test("lists each award with its dates, its digest and its decisions", async () => {
    type Listed = { readonly decisions: readonly { readonly name: string }[] };
    const { awards } = (await (await service.get("/v1/awards")).json()) as { awards: readonly [Listed] };
    expect(awards).toHaveLength(1);
    const { pack } = award.files;
    expect(awards[0]).toMatchObject({
      id: award.id,
      title: pack.title,
      documentNumber: pack.documentNumber,
      inForce: { from: "2022-12-12", until: "2025-07-03" },
      succeededBy: pack.succeededBy,
      digest: award.digest,
    });
    expect(awards[0].decisions.map(({ name }) => name)).toEqual(decisions);
  });
});

describe("GET /v1/awards/{award}", () => {
  test("is what loadAward takes: the award it makes has the same digest and decides alike", async () => {
    const loaded = loadAward(await (await service.get(`/v1/awards/${award.id}`)).json());
    expect(loaded.digest).toBe(award.digest);
    for (const decision of decisions) {
      const question = { decision, asOf: "2024-06-01", facts: {} };
      expect(decide(loaded, question)).toEqual(decide(award, question));
    }
  });

  test.each([
    "law",
    "ledger",
    "facts",
    "parameters",
    "interpretations",
    "criteria",
    "selection",
    "review-rules",
    "procedure",
    "rules",
  ] as const)("%s stands alone too", async (part) => {
    const response = await service.get(`/v1/awards/${award.id}/${part}`);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual(award.files[part]);
  });

  test("facts.schema.json is the JSON Schema of the facts", async () => {
    const response = await service.get(`/v1/awards/${award.id}/facts.schema.json`);
    expect(response.headers.get("content-type")).toBe("application/schema+json; charset=utf-8");
    expect(await response.json()).toEqual(factsSchema(award));
  });
});

describe("what changes with the rules only", () => {
  const paths = ["/v1/awards", `/v1/awards/${award.id}`, `/v1/awards/${award.id}/facts.schema.json`, "/openapi.json", "/docs"];

  test.each(paths)("%s has a tag, and is not sent again to whoever has it", async (path) => {
    const first = await service.get(path);
    const etag = first.headers.get("etag") as string;
    expect(etag).toMatch(/^"sha256:[0-9a-f]{64}.*"$/);
    expect(first.headers.get("cache-control")).toBe("public, no-cache");
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await service.get(path, { headers: { "if-none-match": known } });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
    }
    expect((await service.get(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  test("a pack's tag is its digest", async () => {
    expect((await service.get(`/v1/awards/${award.id}`)).headers.get("etag")).toBe(`"${award.digest}"`);
  });

  test.each(["/healthz", ...paths])("HEAD %s answers as GET does, without the body", async (path) => {
    const [head, get] = [await service.get(path, { method: "HEAD" }), await service.get(path)];
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
    expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
  });
});

describe("pages of other origins", () => {
  test.each([
    "/healthz",
    "/v1/awards",
    `/v1/awards/${award.id}`,
    "/nowhere",
  ])("may read %s, without credentials", async (path) => {
    const { headers } = await service.get(path, { headers: { origin: "https://example.org" } });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("are told beforehand that they may send JSON to a decision", async () => {
    const headers = {
      origin: "https://example.org",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    };
    const response = await service.get(`/v1/awards/${award.id}/decisions/eligibility`, { method: "OPTIONS", headers });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-methods")).toContain("POST");
    expect(response.headers.get("access-control-allow-headers")).toContain("Content-Type");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
});
