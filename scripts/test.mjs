/** `npm test`: installs what is missing and runs every check and every test. The last line is the count. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "./steps/build.mjs";
import { countPlaywright, countSuite, countVitest } from "./steps/count.mjs";
import { ensureTestTools, findBrowser } from "./steps/debian.mjs";
import { playwrightFailures, vitestFailures } from "./steps/failures.mjs";
import { install } from "./steps/install.mjs";
import { must, root, run, say } from "./steps/run.mjs";

const reports = path.join(root, ".cache/reports");
const total = { passed: 0, failed: 0 };
/** Told together at the end: of a long log often only the end is kept. */
const failures = [];

try {
  await install();
  await ensureTestTools();
  await runEverything();
} catch (error) {
  fail(error);
}
for (const failure of failures) say(failure);
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
    file: vitestReport,
    count: countVitest,
    list: vitestFailures,
  });
  if (!isBuilt) return;
  const browser = findBrowser();
  const playwrightReport = path.join(reports, "playwright.json");
  await suite("A person at a browser", {
    program: ["playwright", "test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport, ...(browser ? { CHROMIUM_PATH: browser } : {}) },
    file: playwrightReport,
    count: countPlaywright,
    list: playwrightFailures,
  });
}

async function check(name, step) {
  say(`${name}…`);
  try {
    await step();
    total.passed += 1;
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}

function fail(error) {
  const reason = error instanceof Error ? error.message : String(error);
  say(reason);
  failures.push(`✗ ${reason}`);
  total.failed += 1;
}

async function suite(name, { program: [command, ...args], env = {}, file, count, list }) {
  say(`${name}…`);
  const code = await run(command, args, { env });
  const report = readReport(name, file);
  const { passed, failed } = countSuite(code, report ? count(report) : { passed: 0, failed: 0 });
  total.passed += passed;
  total.failed += failed;
  const listed = report ? list(report) : [];
  failures.push(...(failed > 0 && listed.length === 0 ? [`✗ ${name}: ended with code ${code}`] : listed));
}

function readReport(name, file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    say(`${name} left no report: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
