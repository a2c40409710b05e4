import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The marker that keeps server code out of browser bundles has no meaning in a test. */
const alias = { "server-only": fileURLToPath(new URL("lib/testing/empty-module.ts", import.meta.url)) };

export default defineConfig({
  resolve: { alias },
  // Limits are for what hangs, not for what is slow: a machine with far too much to do comes to the same results.
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,components,lib,scripts,bench}/**/*.test.{ts,tsx,mjs}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Against the built app and, where one is needed, a gateway: a server each, most of the time waiting for one another.
        resolve: { alias },
        test: { name: "server", include: ["e2e/**/*.test.ts"], testTimeout: 900_000, hookTimeout: 300_000 },
      },
    ],
  },
});
