/**
 * Bundles what a page can import without a bundler of its own, each one module that imports nothing, and the command line, whose
 * start would otherwise read hundreds of small files. What comes from other packages stays with them.
 */
import { defineConfig } from "vite";

const outDir = "dist/browser";
const target = "es2022";

/** A small module that a page loads beside much else: as few bytes as the bundler can make it. */
function small(entry: string, fileName: string) {
  const output = { minify: true, comments: false };
  // Of an ES library, vite's own minifier leaves the spaces in; the bundler's does not.
  return {
    consumer: "client" as const,
    build: {
      lib: { entry, formats: ["es" as const], fileName },
      outDir,
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: { output },
    },
  };
}

const commandLine = {
  consumer: "server" as const,
  build: {
    outDir: "dist/cli",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    rolldownOptions: {
      // Threads are started by the files' names, beside what starts them.
      input: {
        main: "src/cli/main.ts",
        "csv-worker": "src/files/sheets/csv-worker.ts",
        "simulate-worker": "src/threads/simulate-worker.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
};

export default defineConfig({
  build: {
    lib: { entry: "src/index.ts", formats: ["es"], fileName: "quality-award-kernel" },
    outDir,
    target,
    emptyOutDir: true,
  },
  environments: {
    scorer: small("src/scoring/page/scorer.ts", "scorer"),
    analyses: small("src/scoring/page/analyses.ts", "analyses"),
    commandLine,
  },
  builder: {
    // One after the other, the one that empties the folder first.
    async buildApp(builder) {
      for (const name of ["client", "scorer", "analyses", "commandLine"]) await builder.build(builder.environments[name]);
    },
  },
});
