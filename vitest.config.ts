import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      // The marker that keeps server code out of browser bundles has no meaning in a test.
      "server-only": fileURLToPath(new URL("lib/testing/empty-module.ts", import.meta.url)),
    },
  },
  test: {
    include: ["{app,components,lib,scripts,bench}/**/*.test.{ts,tsx}", "architecture.test.ts"],
    globalSetup: [],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
