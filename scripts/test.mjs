/** `npm test`: installs what is missing and runs every check and every test. The last line is the count. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "./steps/build.mjs";
import { ensureBrowser, ensurePostgres, findBrowser } from "./steps/debian.mjs";
import { install } from "./steps/install.mjs";
import { root, run, say } from "./steps/run.mjs";

const reports = path.join(root, ".cache/reports");
let passed = 0;
let failed = 0;

await install();
await ensureBrowser();
await ensurePostgres();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await check("Lint", "biome", ["check", "."]);
await check("Types", "tsc", ["--noEmit"]);
await build();
const vitestReport = path.join(reports, "vitest.json");
await suite(
  "Unit, architecture and server tests",
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
  () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(vitestReport, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  },
);
const browser = findBrowser();
const playwrightReport = path.join(reports, "playwright.json");
const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport, ...(browser ? { CHROMIUM_PATH: browser } : {}) };
await suite(
  "A person at a browser",
  "playwright",
  ["test", "--reporter=list,json"],
  () => {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(playwrightReport, "utf8")).stats;
    return { passed: expected, failed: unexpected + flaky };
  },
  env,
);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function check(name, command, args) {
  say(`${name}…`);
  if ((await run(command, args)) === 0) passed += 1;
  else failed += 1;
}

/** A suite that ends badly without a failed test (it could not even load) counts as one failure. */
async function suite(name, command, args, read, env = {}) {
  say(`${name}…`);
  const code = await run(command, args, { env });
  let count = { passed: 0, failed: 0 };
  try {
    count = read();
  } catch (error) {
    console.error(`${name} left no report: ${error instanceof Error ? error.message : error}`);
  }
  passed += count.passed;
  failed += count.failed === 0 && code !== 0 ? 1 : count.failed;
}
