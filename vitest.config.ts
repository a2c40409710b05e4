import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { asMuchAs } from "./lib/testing/scale.ts";

/** The marker that keeps server code out of browser bundles has no meaning in a test. */
const alias = { "server-only": fileURLToPath(new URL("lib/testing/empty-module.ts", import.meta.url)) };

/** For what hangs, not for what is slow: a machine with far too much to do comes to the same results. */
const limitMs = asMuchAs(900_000, 3_600_000);

export default defineConfig({
  resolve: { alias },
  test: {
    // One more than the processors of a small machine: a file that talks to a studio waits for a third of its time.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,components,lib,scripts,bench}/**/*.test.{ts,tsx,mjs}"],
          testTimeout: limitMs,
          hookTimeout: limitMs,
        },
      },
      {
        // Against the built app and, where one is needed, a gateway: a server each, most of the time waiting for one another.
        resolve: { alias },
        test: { name: "server", include: ["e2e/**/*.test.ts"], testTimeout: limitMs, hookTimeout: limitMs },
      },
    ],
  },
});
