/** A real server on a free loopback port, and a bare socket for what `fetch` will not send. */
import { connect } from "node:net";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll } from "vitest";
import { loadExamples } from "../../src/files/examples.js";
import { loadPacks } from "../../src/files/packs.js";
import { type ServeOptions, serve } from "../../src/http/serve.js";
import type { Award } from "../../src/index.js";
import { decide } from "../../src/kernel/decide.js";

export const awards = await loadPacks("rules");
export const award = awards.get("nm-chairman-2022") as Award;
export const decisions = [...award.plans.keys()];

export async function startService(options: Partial<ServeOptions> = {}) {
  const examples = await loadExamples("rules");
  const serving = await serve({ awards, examples, port: 0, hostname: "127.0.0.1", ...options });
  afterAll(() => serving.close());
  const at = (path: string) => new URL(path, serving.address);
  const post = (path: string, body: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }) =>
    fetch(at(path), { method: "POST", headers, body });
  return {
    ...serving,
    get: (path: string, init: RequestInit = {}) => fetch(at(path), init),
    post,
    ask: (decision: string, question: unknown) =>
      post(`/v1/awards/${award.id}/decisions/${decision}`, typeof question === "string" ? question : JSON.stringify(question)),
    batch: (decision: string, lines: BodyInit, type = "application/x-ndjson") =>
      post(`/v1/awards/${award.id}/decisions/${decision}/batch`, lines, { "content-type": type }),
    /** Sends the parts one after the other and gives back all that comes until the server closes, or `until` says enough. */
    raw: (parts: Iterable<string | Uint8Array>, until: (text: string) => boolean = () => false) =>
      raw(serving.port, parts, until),
  };
}

/** @returns what is wrong with a value by the shape of a name, as any client would find */
export function shapesOf(openApi: object): (shape: string, value: unknown) => readonly unknown[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(openApi, "openapi");
  return (shape, value) => {
    const validate = ajv.getSchema(`openapi#/components/schemas/${shape}`);
    return validate?.(value) === true ? [] : (validate?.errors ?? ["no such shape"]);
  };
}

function raw(port: number, parts: Iterable<string | Uint8Array>, until: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", async () => {
      for (const part of parts) {
        if (socket.destroyed) return;
        if (!socket.write(part)) await new Promise((next) => socket.once("drain", next).once("close", next));
      }
    });
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
      if (until(text)) socket.destroy();
    });
    // A server that has answered may reset what is still being sent.
    socket.on("error", (error) => (text === "" ? reject(error) : undefined));
    socket.on("close", () => resolve(text));
  });
}

/** Facts with which nothing is missing, made up type by type. */
export function completeFacts(decision: string, asOf: string, yes: boolean): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (let round = 0; round < 20; round++) {
    const answer = decide(award, { decision, asOf, facts });
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
    const missing = answer.decision.missing ?? [];
    if (missing.length === 0) return facts;
    for (const { name } of missing) facts[name] = valueFor(name, asOf, yes);
  }
  return facts;
}

function valueFor(name: string, asOf: string, yes: boolean): unknown {
  const fact = award.files.facts.facts.find((candidate) => candidate.name === name);
  switch (fact?.type) {
    case "boolean":
      return fact.kind === "finding" ? { value: yes, by: "评审组", evidence: ["核查表：1"] } : yes;
    case "integer":
      return yes ? fact.min : Math.min(fact.max, fact.min + 3);
    case "date":
      return yes ? "2012-05-20" : asOf;
    case "enum":
      return fact.values[yes ? 0 : fact.values.length - 1]?.name;
    default:
      return [];
  }
}
