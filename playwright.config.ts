import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** As in scripts/steps/debian.mjs; for a look at a journey with `--headed`, CHROMIUM_PATH names one with windows. */
const browsers = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);
const installed = browsers.find((file) => existsSync(file));
const executablePath = process.env.CHROMIUM_PATH ?? installed;
/** Chromium as root in a container, and nothing that calls home. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // As in vitest.config.ts: a journey waits for a page or a studio for a good part of its time.
  workers: 3,
  // As in vitest.config.ts: limits are for what hangs, not for what is slow.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  outputDir: ".cache/test-results",
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    actionTimeout: 60_000,
    screenshot: "only-on-failure",
    launchOptions: executablePath ? { executablePath, args } : { args },
  },
});
