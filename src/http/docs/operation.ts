/** One operation: what it is for, what it takes, what it answers, and a form to try it. */
import { html } from "hono/html";
import { type Markup, prose } from "./prose.js";
import { type Shape, typeOf } from "./schema.js";

interface Content {
  readonly schema?: Shape;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value?: unknown }>>;
}

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, Content>> }>
  >;
}

export function operationSection(verb: string, path: string, operation: Operation): Markup {
  const bodies = Object.entries(operation.requestBody?.content ?? {});
  return html`<section id="${operation.operationId ?? path}"><h3><span class="verb">${verb.toUpperCase()}</span> <code>${path}</code></h3>
<p><strong>${prose(operation.summary ?? "")}</strong></p><p>${prose(operation.description ?? "")}</p>
${bodies.map(([type, content], at) => requestBody(idOfBody(operation.operationId ?? path, at), path, type, content))}
<table><thead><tr><th>状态 / status</th><th>应答 / answer</th><th>类型 / type</th></tr></thead><tbody>${Object.entries(
    operation.responses ?? {},
  ).map(
    ([status, { description, content }]) =>
      html`<tr><td>${status}</td><td>${prose(description ?? "")}</td><td>${Object.entries(content ?? {}).map(([type, { schema }]) => html`<code>${type}</code> ${schema === undefined ? "" : typeOf(schema)}`)}</td></tr>`,
  )}</tbody></table></section>`;
}

/** The first body has the operation's own, those of other types one each. */
function idOfBody(operation: string, at: number): string {
  return at === 0 ? operation : `${operation}-${at}`;
}

function requestBody(id: string, path: string, type: string, { schema, examples }: Content): Markup {
  const given = Object.entries(examples ?? {});
  return html`<p>正文 / body: <code>${type}</code> ${schema === undefined ? "" : typeOf(schema)}</p>
${given.map(([name, { summary, value }]) => html`<details><summary>例 / example: ${summary ?? name} <code>${name}</code></summary><pre id="${id}-try-${name}">${textOf(value)}</pre></details>`)}
${given.length === 0 ? "" : form(id, path, type, given)}`;
}

function form(
  id: string,
  path: string,
  type: string,
  given: readonly (readonly [string, { readonly summary?: string }])[],
): Markup {
  return html`<form id="${id}-try" data-path="${path}" data-type="${type}" hidden>
<p><select name="example" aria-label="例 / example">${given.map(([name, { summary }]) => html`<option value="${name}">${name} ${summary ?? ""}</option>`)}</select> <button>发送 / send</button></p>
<textarea name="body" spellcheck="false" aria-label="正文 / body"></textarea>
<textarea name="answer" readonly spellcheck="false" aria-label="应答 / answer"></textarea>
</form>`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
