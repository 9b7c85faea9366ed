/** The documentation in a real page, on a telephone as on a desk. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startService } from "../http/service.js";
import { launchChromium } from "./chromium.js";

const service = await startService();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(`${service.address}/docs`);
});

afterAll(() => browser?.close());

test.each([320, 390, 700, 900, 1100, 1280])("at %i px nothing of it reaches over the side", async (width) => {
  await page.setViewportSize({ width, height: 800 });
  const over = `[...document.querySelectorAll("body *")]
    .filter((element) => element.closest("pre") === null && element.getBoundingClientRect().right > innerWidth + 0.5)
    .map((element) => element.outerHTML.slice(0, 100))`;
  expect(await page.evaluate(over)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
});

test.each([390, 1280])("at %i px no type and no name of a shape is broken in two", async (width) => {
  await page.setViewportSize({ width, height: 800 });
  const broken = `[...document.querySelectorAll("td code, td a, nav a[href^='#schema-']")]
    .filter((element) => !/[- /]/.test(element.textContent.replace("application/", "")) && element.getClientRects().length > 1)
    .map((element) => element.textContent)`;
  expect(await page.evaluate(broken)).toEqual([]);
});

test("an example that is chosen is sent and answered", async () => {
  const form = page.locator("#decide-try");
  await form.locator("select").selectOption("nm-chairman-2022/quota");
  await form.locator("button").click();
  const answer = form.locator("textarea[name=answer]");
  await expect.poll(() => answer.inputValue()).toMatch(/^200 /);
  expect(await answer.inputValue()).toContain('"outcome": "in-order"');
});
