/** Bundles the library as one module a page can import without a bundler of its own. */
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    lib: { entry: "src/index.ts", formats: ["es"], fileName: "quality-award-kernel" },
    outDir: "dist/browser",
    target: "es2022",
    emptyOutDir: true,
  },
});
