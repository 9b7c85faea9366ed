/** A description as it is shown: what stands between backticks as code, all of it escaped. */
import { html } from "hono/html";

export type Markup = ReturnType<typeof html>;

const CODE = /`([^`]+)`/;

export function prose(text: string): Markup {
  // Split at a pattern with one group, every second part is what the group held.
  return html`${text.split(CODE).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
