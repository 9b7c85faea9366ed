/** A real Chromium, from its npm package, with the libraries it brings for machines that have none. */
import { type Browser, chromium as playwright } from "playwright-core";

export async function launchChromium(): Promise<Browser> {
  // The package unpacks its own shared libraries only where it believes to run on a bare machine of this kind.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs20.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  // Web security stays on: the tests are about what a page with a strict policy may do.
  const args = chromium.args.filter((arg) => arg !== "--disable-web-security" && arg !== "--allow-running-insecure-content");
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, "--disable-background-networking", "--no-first-run"],
    headless: true,
  });
}
