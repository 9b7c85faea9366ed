#!/usr/bin/env node
/** `qak` as it was built. Here before any build, so that `npx` in a clone finds it whenever it is asked first. */
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);

if (existsSync(main)) await import(main.href);
else {
  process.stderr.write(
    "✗ qak is not built yet: run `npm ci && npm run build` first / 尚未构建：请先运行 `npm ci && npm run build`\n",
  );
  process.exitCode = 2;
}
