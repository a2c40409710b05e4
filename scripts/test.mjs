/** `npm test`: installs what is missing and runs every check and every test. The last line is the count. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "./steps/build.mjs";
import { countPlaywright, countSuite, countVitest } from "./steps/count.mjs";
import { ensureBrowser, ensurePostgres, ensureS3, ensureStrace, findBrowser } from "./steps/debian.mjs";
import { install } from "./steps/install.mjs";
import { must, root, run, say } from "./steps/run.mjs";

const reports = path.join(root, ".cache/reports");
const total = { passed: 0, failed: 0 };

try {
  await install();
  await ensureBrowser();
  await ensurePostgres();
  await ensureS3();
  await ensureStrace();
  await runEverything();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function runEverything() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await check("Lint", () => must("Lint", "biome", ["check", "."]));
  // Before the types: a build writes those of the routes.
  const isBuilt = await check("Build", build);
  await check("Types", () => must("Types", "tsc", ["--noEmit"]));

  const vitestReport = path.join(reports, "vitest.json");
  await suite("Unit, architecture and server tests", {
    program: [
      "vitest",
      "run",
      ...(isBuilt ? [] : ["--project", "unit"]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${vitestReport}`,
    ],
    read: () => countVitest(readReport(vitestReport)),
  });
  if (!isBuilt) return;
  const browser = findBrowser();
  const playwrightReport = path.join(reports, "playwright.json");
  await suite("A person at a browser", {
    program: ["playwright", "test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport, ...(browser ? { CHROMIUM_PATH: browser } : {}) },
    read: () => countPlaywright(readReport(playwrightReport)),
  });
}

async function check(name, step) {
  say(`${name}…`);
  try {
    await step();
    total.passed += 1;
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    total.failed += 1;
    return false;
  }
}

async function suite(name, { program: [command, ...args], env = {}, read }) {
  say(`${name}…`);
  const code = await run(command, args, { env });
  const count = countSuite(code, readCount(name, read));
  total.passed += count.passed;
  total.failed += count.failed;
}

function readCount(name, read) {
  try {
    return read();
  } catch (error) {
    say(`${name} left no report: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 0 };
  }
}

function readReport(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
