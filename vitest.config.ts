import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build.ts"],
    // The long profile runs every property many times over, on whatever machine.
    testTimeout: process.env["QAK_PROFILE"] === "long" ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Files share what they import: nothing of ours keeps anything but what it is given.
    isolate: false,
  },
});
