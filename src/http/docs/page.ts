/**
 * The documentation as one page, written from the OpenAPI document. Nothing is fetched from anywhere: the networks this runs in
 * have no other. (The usual browser bundles weigh 0.9 to 3.6 MB and bring 84 to 209 packages or an install script with them.)
 */
import { sha256 } from "@noble/hashes/sha2";
import { html, raw } from "hono/html";
import { digestOf } from "../../pack/digest.js";
import type { Resource } from "../cached.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { PROBLEMS } from "../problem.js";
import { type Operation, operationSection } from "./operation.js";
import { type Markup, prose } from "./prose.js";
import { anchorOf, type Shape, shapeTable } from "./schema.js";
import { STYLE } from "./style.js";
import { TRY_IT } from "./try-it.js";

/** Its own style and script, known by their digests, and this service: nothing else is loaded, run or asked. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${base64Of(STYLE)}'`,
  `script-src 'sha256-${base64Of(TRY_IT)}'`,
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function docsPage(document: OpenApiDocument): Resource {
  const body = String(page(document));
  const headers = { "content-security-policy": POLICY, "referrer-policy": "no-referrer", "content-language": "zh, en" };
  return { body, type: "text/html; charset=utf-8", etag: `"${digestOf(body)}"`, headers };
}

function page(document: OpenApiDocument): Markup {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Operation>>).map(([verb, operation]) => ({ verb, path, operation })),
  );
  const shapes = Object.entries(document.components?.schemas ?? {}) as [string, Shape][];
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title}</title><link rel="icon" href="data:,"><style>${raw(STYLE)}</style></head><body>
<nav><p><strong>${document.info.title}</strong> ${document.info.version}</p>
<ul>${operations.map(({ verb, path, operation }) => html`<li><a href="#${operation.operationId}"><span class="verb">${verb.toUpperCase()}</span> <span>${steps(path)}</span></a></li>`)}</ul>
<p><a href="#problems">错误 / problems</a></p>
<ul>${shapes.map(([name]) => html`<li><a href="#${anchorOf(name)}">${name}</a></li>`)}</ul></nav>
<main><h1>${document.info.title}</h1><p>${prose(document.info.description ?? "")}</p><p><a href="openapi.json">openapi.json</a></p>
<h2>接口 / operations</h2>${operations.map(({ verb, path, operation }) => operationSection(verb, path, operation))}
<h2 id="problems">错误 / problems</h2>
<p>一次报告全部错误：<code>errors</code> 逐处给出位置、代码、所见和应有。 / All at once: <code>errors</code> gives the place, the code, what was found and what would be right.</p>
<table><thead><tr><th>type</th><th>状态 / status</th><th>含义 / meaning</th></tr></thead><tbody>${Object.entries(PROBLEMS).map(
    ([name, { status, title }]) =>
      html`<tr id="problem-${name}"><td><code>/docs#problem-${name}</code></td><td>${status}</td><td>${title.zh} / ${title.en}</td></tr>`,
  )}</tbody></table>
<h2>数据 / shapes</h2>${shapes.map(([name, shape]) => html`<section id="${anchorOf(name)}"><h3>${name}</h3>${shapeTable(shape)}</section>`)}
</main><script>${raw(TRY_IT)}</script></body></html>`;
}

/** A path that a line may break before each of its steps, and not within one. */
function steps(path: string): Markup {
  return html`${path.split(/(?=\/)/).map((step) => html`${step}<wbr>`)}`;
}

function base64Of(text: string): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
}
