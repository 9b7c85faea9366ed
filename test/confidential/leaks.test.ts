/** Random secrets are planted in questions and looked for in every byte that leaves. */

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisionPage } from "../../src/cli/page/decision.js";
import { screenOf } from "../../src/cli/screen.js";
import { answerBody } from "../../src/files/answer-body.js";
import { createApp } from "../../src/http/app.js";
import type { Answer, Decision } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import { concealWith } from "../../src/kernel/confidential/conceal.js";
import { decide } from "../../src/kernel/decide.js";
import { awardOf } from "../arbitraries/packs.js";
import { DECISION } from "../arbitraries/rules.js";
import { award, awards, decisions } from "../http/service.js";
import { type Planted, plantedIn } from "./planted.js";
import { spelt } from "./spellings.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const runs = { numRuns: isLong ? 3_000 : 60 };
const conceal = concealWith(new Uint8Array(32).fill(7));

/** What the process itself says while the tests run. */
let said = "";
const streams = [process.stdout, process.stderr];
const writers = streams.map((stream) => stream.write);

beforeAll(() => {
  streams.forEach((stream, at) => {
    stream.write = ((piece: string | Uint8Array, ...rest: never[]) => {
      said += typeof piece === "string" ? piece : Buffer.from(piece).toString();
      return (writers[at] as typeof stream.write).call(stream, piece, ...rest);
    }) as typeof stream.write;
  });
});
afterAll(() => {
  streams.forEach((stream, at) => {
    stream.write = writers[at] as typeof stream.write;
  });
});

function expectKept(secrets: Planted["secrets"], text: string): void {
  for (const secret of secrets) expect(spelt(secret, text)).toEqual([]);
}

function declared({ question, confidential }: Planted): Planted["question"] & { readonly confidential: readonly string[] } {
  return { ...question, confidential };
}

function decisionOf(answer: Answer): Decision {
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.decision;
}

const statuses = ({ outcome, rules = [] }: Decision) => [outcome, rules.map(({ name, status, gives }) => [name, status, gives])];
const masked = (value: unknown) => (JSON.stringify(value) ?? "none").replace(/hmac-sha256:[0-9a-f]+/g, "#");

/** What of remedies people are told beside values: which there are, and where there is none, which rules stand in the way. */
const skeleton = ({ remedies }: Decision) =>
  JSON.stringify([
    remedies?.possible.map(({ changes, waitUntil, ...rest }) => [changes.map(({ fact }) => fact), waitUntil === null, rest]),
    remedies?.fixed.map(({ rule }) => rule),
  ]);

function expectConcealed(of: Award, planted: Planted): void {
  const { decision, question, other } = planted;
  const plain = decisionOf(decide(of, { decision, ...question }));
  const concealed = decisionOf(decide(of, { decision, ...declared(planted) }, { conceal }));
  expectKept(planted.secrets, JSON.stringify(concealed));
  expect(statuses(concealed)).toEqual(statuses(plain));
  for (const language of ["zh", "en"] as const) {
    const screen = screenOf(process.stdout, language, { NO_COLOR: "1" });
    expectKept(planted.secrets, decisionPage({ ...screen, width: 10_000 }, of, concealed).join("\n"));
  }
  // Another secret that comes to the same must not show in anything but digests.
  const answer = decide(of, { decision, ...other, confidential: planted.confidential }, { conceal });
  if (!answer.ok) return;
  const twin = answer.decision;
  if (JSON.stringify(statuses(twin)) !== JSON.stringify(statuses(concealed))) return;
  const consequences = (one: Decision) => one.consequences?.map(({ name, status, rule }) => [name, status, rule]);
  expect(masked(twin.rules)).toBe(masked(concealed.rules));
  expect(masked(twin.outputs)).toBe(masked(concealed.outputs));
  if (masked(consequences(twin)) === masked(consequences(concealed))) {
    expect(masked(twin.consequences)).toBe(masked(concealed.consequences));
  }
  if (skeleton(twin) === skeleton(concealed)) expect(masked(twin.remedies)).toBe(masked(concealed.remedies));
}

describe("a decision", () => {
  test.each(decisions)("about %s tells no secret, and nothing that is computed from one", (decision) => {
    fc.assert(
      fc.property(plantedIn(award, decision), (planted) => expectConcealed(award, planted)),
      runs,
    );
  });

  test("by a random pack tells none either", () => {
    const drawn = awardOf().chain((pack) => plantedIn(pack, DECISION).map((planted) => [pack, planted] as const));
    fc.assert(
      fc.property(drawn, ([pack, planted]) => expectConcealed(pack, planted)),
      { numRuns: isLong ? 6_000 : 200 },
    );
  });

  test("is the same as ever where nothing is declared", () => {
    const any = fc.constantFrom(...decisions).chain((decision) => plantedIn(award, decision));
    fc.assert(
      fc.property(any, ({ decision, question }) => {
        const before = JSON.stringify(decide(award, { decision, ...question }));
        for (const nothing of [{}, { confidential: [] }, { confidential: null }]) {
          expect(JSON.stringify(decide(award, { decision, ...question, ...nothing }, { conceal }))).toBe(before);
        }
      }),
      runs,
    );
  });

  test("by the reference engine conceals the same, digest by digest", async () => {
    let same = 0;
    const told = ({ rules, consequences, outputs }: Decision) => JSON.stringify([rules, consequences, outputs]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...decisions).chain((decision) => plantedIn(award, decision)),
        async (planted) => {
          const body = declared(planted);
          const engine = { engine: "reference" };
          const reference = await answerBody(award, planted.decision, { ...body, ...engine }, conceal);
          expectKept(planted.secrets, JSON.stringify(reference));
          const plain = await answerBody(award, planted.decision, { ...planted.question, ...engine });
          if (!reference.ok || !plain.ok) return;
          // Where the two have the same values, as they have of complete facts, they give the same digests.
          const compiled = decide(award, { decision: planted.decision, ...planted.question });
          if (told(decisionOf(compiled)) !== told(plain.decision)) return;
          expect(told(reference.decision)).toBe(
            told(decisionOf(decide(award, { decision: planted.decision, ...body }, { conceal }))),
          );
          same += 1;
        },
      ),
      runs,
    );
    expect(same).toBeGreaterThan(0);
  });
});

/** Ways in which a caller gets a question wrong, the secrets in it. */
const spoilt: readonly ((body: ReturnType<typeof declared>, secret: string) => unknown)[] = [
  (body) => body,
  (body) => ({ ...body, detail: "verdict" }),
  (body) => ({ ...body, engine: "reference" }),
  (body) => ({ ...body, asOf: "soon", engine: "none" }),
  (body, secret) => ({ ...body, facts: everyFactIs(secret), confidential: everyFact() }),
  (body, secret) => ({ ...body, facts: everyFactIs([{ [secret]: secret }]), confidential: everyFact() }),
  (body, secret) => ({ ...body, facts: everyFactIs({ value: secret, by: 1, [secret]: secret }), confidential: everyFact() }),
  (body, secret) => ({ ...body, facts: everyFactIs(secret), confidential: [secret] }),
  (body, secret) => ({ ...body, facts: everyFactIs(secret), confidential: secret }),
  (body, secret) => ({ ...body, facts: everyFactIs(secret), confidential: { secret } }),
  (body, secret) => ({ ...body, facts: secret, confidential: ["/facts"] }),
  (body, secret) => ({ ...body, asOf: secret, detail: secret, engine: secret, id: [secret], confidential: ["/asOf"] }),
  (body, secret) => ({ ...body, interpretations: { lookbackAnchor: secret }, confidential: ["/interpretations/lookbackAnchor"] }),
  ({ confidential, ...body }, secret) => ({ ...body, facts: everyFactIs(secret), confidental: confidential }),
  ({ confidential, ...body }, secret) => ({ ...body, facts: everyFactIs(secret), Confidential: confidential }),
  (body) => [body],
  (body) => JSON.stringify(body),
];

const everyFact = () => award.files.facts.facts.map(({ name }) => `/facts/${name}`);
const everyFactIs = (value: unknown) => Object.fromEntries(award.files.facts.facts.map(({ name }) => [name, value]));

/** Text that is not quite JSON, or holds what JSON cannot keep. */
const asText: readonly ((body: unknown, secret: string) => string)[] = [
  (body) => JSON.stringify(body),
  (body) => JSON.stringify(body, null, 1).replaceAll("\n", "\r "),
  (body) => `\uFEFF${JSON.stringify(body)}`,
  (body) => JSON.stringify(body).slice(0, -1),
  (body) => `${JSON.stringify(body)}}`,
  (body, secret) => JSON.stringify(body).replace(/\}$/, `,${JSON.stringify(secret)}:1,${JSON.stringify(secret)}:2}`),
  (body) => JSON.stringify(body).replace(/\}$/, `,"facts":{"feeChargedFen":98765432109876543210}}`),
];

/** What the last of them plants beside the others. */
const ROUNDED = "98765432109876543210";

describe("HTTP", () => {
  const faults: unknown[] = [];
  const app = createApp(awards, { conceal, onFault: (fault) => faults.push(fault) });
  const keyless = createApp(awards);

  async function expectNothingIn(response: Response, secrets: Planted["secrets"]): Promise<void> {
    const head = [...response.headers].flat().join("\n");
    expectKept(secrets, `${response.status} ${response.statusText}\n${head}\n${await response.text()}`);
  }

  test("tells no secret in any body or header, however the question is put", () => {
    const drawn = fc.constantFrom(...decisions).chain((decision) => plantedIn(award, decision));
    return fc.assert(
      fc.asyncProperty(
        drawn,
        fc.stringMatching(/^[a-z]{12}$/),
        fc.constantFrom(...spoilt),
        fc.constantFrom(...asText),
        async (planted, word, spoil, write) => {
          const secret = `秘${word}`;
          const secrets = [...planted.secrets, secret, word, ROUNDED];
          const body = write(spoil(declared(planted), secret), secret);
          const path = `/v1/awards/${award.id}/decisions/${planted.decision}`;
          for (const [method, to, type] of [
            ["POST", path, "application/json"],
            ["POST", `${path}/batch`, "application/x-ndjson"],
            ["POST", path, "text/plain"],
            ["PUT", path, "application/json"],
            ["POST", `${path}/none`, "application/json"],
            ["POST", `/v1/awards/${award.id}/selection`, "application/json"],
            ["POST", `/v1/awards/${award.id}/scores`, "application/json"],
          ] as const) {
            const init = { method, headers: { "content-type": type, "accept-language": "en" }, body };
            await expectNothingIn(await app.request(to, init), secrets);
            await expectNothingIn(await keyless.request(to, init), secrets);
          }
          expectKept(secrets, said);
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: isLong ? 5_000 : 250 },
    );
  });

  test("answers a line of a batch as it answers the question alone, and lines without secrets as ever", () => {
    const drawn = fc.constantFrom(...decisions).chain((decision) => plantedIn(award, decision));
    return fc.assert(
      fc.asyncProperty(drawn, async (planted) => {
        const path = `/v1/awards/${award.id}/decisions/${planted.decision}`;
        const [open, kept] = [planted.question, declared(planted)].map((body) => JSON.stringify(body)) as [string, string];
        const post = async (to: string, type: string, body: string) =>
          (await app.request(to, { method: "POST", headers: { "content-type": type }, body })).text();
        const single = await Promise.all([open, kept].map((body) => post(path, "application/json", body)));
        const lines = (await post(`${path}/batch`, "application/x-ndjson", `${open}\n${kept}\n${open}\n`)).trim().split("\n");
        expect(lines).toEqual([0, 1, 0].map((which, at) => `{"line":${at + 1},"decision":${single[which]}}`));
        expect(single[0]).toBe(JSON.stringify(decisionOf(decide(award, { decision: planted.decision, ...planted.question }))));
        expectKept(planted.secrets, single[1] as string);
      }),
      runs,
    );
  });
});
