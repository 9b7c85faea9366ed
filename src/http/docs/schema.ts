/** A shape as a table: its members, what each holds, and what that means. */
import { html } from "hono/html";
import type { Text } from "../../kernel/model.js";
import { type Markup, prose } from "./prose.js";

export interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: boolean | Shape;
  readonly required?: readonly string[];
  readonly title?: string;
  /** The title in both languages. */
  readonly "x-label"?: Text;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

export function anchorOf(name: string): string {
  return `schema-${name}`;
}

export function shapeTable(shape: Shape): Markup {
  const rows = Object.entries(shape.properties ?? {});
  const intro = shape.description === undefined ? "" : html`<p>${prose(shape.description)}</p>`;
  if (rows.length === 0) return html`${intro}<p><code>${typeOf(shape)}</code></p>`;
  return html`${intro}<table><thead><tr><th>成员 / member</th><th>类型 / type</th><th>说明 / meaning</th></tr></thead><tbody>${rows.map(
    ([name, member]) =>
      html`<tr><td><code>${name}</code>${shape.required?.includes(name) ? html` <span class="required" title="必填 / required">*</span>` : ""}</td><td>${typeOf(member)}</td><td>${meaningOf(member)}</td></tr>`,
  )}</tbody></table>`;
}

function meaningOf({ title, "x-label": label, description, allOf }: Shape): Markup {
  const said = prose(description ?? allOf?.find((part) => part.description !== undefined)?.description ?? "");
  if (label !== undefined) return html`<strong>${label.zh} / ${label.en}</strong> ${said}`;
  return title === undefined ? said : html`<strong>${title}</strong> ${said}`;
}

/** In a word or two, with a link where the shape has a name. */
export function typeOf(shape: Shape): Markup {
  if (shape.$ref !== undefined) {
    const name = shape.$ref.split("/").at(-1) ?? "";
    return html`<a href="#${anchorOf(name)}">${name}</a>`;
  }
  if (shape.enum !== undefined) return html`${shape.enum.map((value) => JSON.stringify(value)).join(" | ")}`;
  if (shape.const !== undefined) return html`${JSON.stringify(shape.const)}`;
  const choices = shape.anyOf ?? shape.oneOf ?? shape.allOf?.filter(({ $ref, type }) => $ref !== undefined || type !== undefined);
  if (choices !== undefined) return html`${choices.map((choice, index) => html`${index === 0 ? "" : " | "}${typeOf(choice)}`)}`;
  if (shape.items !== undefined) return html`[${typeOf(shape.items)}]`;
  const type = Array.isArray(shape.type) ? shape.type.join(" | ") : (shape.type ?? "any");
  if (shape.properties !== undefined) return html`${type} { ${Object.keys(shape.properties).join(", ")} }`;
  const bounds = shape.minimum === undefined || shape.maximum === undefined ? "" : ` ${shape.minimum}..${shape.maximum}`;
  return html`${type}${bounds}${shape.format === undefined ? "" : ` (${shape.format})`}`;
}
