/** A text in both languages, either of which the page can hide. */
import { html } from "hono/html";
import { visible } from "../../../files/visible.js";
import type { Text } from "../../../kernel/text.js";

export type Markup = ReturnType<typeof html>;

/** @param text shown as it is, with nothing in it that is not to be seen */
export function both({ zh, en }: Text): Markup {
  return html`<span lang="zh-CN" data-in="zh">${visible(zh)}</span> <span lang="en" data-in="en">${visible(en)}</span>`;
}
