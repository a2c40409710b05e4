/** What tests need from outside npm: a browser, a database server, an S3 service, strace and exiftool, taken as they are installed, else from Debian. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { run, say } from "./run.mjs";

/** The same browser without windows comes first: it draws the same pages with a quarter less work. */
const windowless = "chromium-headless-shell";
const browsers = [windowless, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const postgresFolder = "/usr/lib/postgresql";

/** Null where there is none, or only Playwright's own, which Playwright finds by itself. */
export function findBrowser() {
  return process.env.CHROMIUM_PATH || browsers.map(inPath).find(Boolean) || null;
}

function findPostgres() {
  const versions = existsSync(postgresFolder) ? readdirSync(postgresFolder) : [];
  return inPath("initdb") ?? versions.map((version) => `${postgresFolder}/${version}/bin/initdb`).find(existsSync) ?? null;
}

export async function ensureTestTools() {
  await ensureBrowser();
  await ensurePostgres();
  await ensureS3();
  await ensureStrace();
  await ensureExiftool();
}

async function ensureBrowser() {
  if (!process.env.CHROMIUM_PATH && inPath(windowless) === null) await aptInstall("a browser", windowless);
  if (findBrowser() !== null) return;
  say("Fetching a browser through Playwright…");
  await run("playwright", ["install", "chromium"]);
}

async function ensurePostgres() {
  if (findPostgres() === null) await aptInstall("a PostgreSQL server", "postgresql");
  if (findPostgres() === null) say("No PostgreSQL server is installed: its tests will fail. Install one (initdb must be in PATH).");
}

async function ensureS3() {
  const isThere = () => existsSync("/usr/bin/swift-proxy-server");
  if (!isThere()) await aptInstall("an S3 service", "swift-proxy", "swift-account", "swift-container", "swift-object");
  if (!isThere()) say("No S3 service is installed (Debian's swift-proxy): its tests will fail.");
}

async function ensureStrace() {
  if (inPath("strace") === null) await aptInstall("what lets a disk fail", "strace");
  if (inPath("strace") === null) say("No strace is installed: the test of a disk that fails will fail.");
}

async function ensureExiftool() {
  if (inPath("exiftool") === null) await aptInstall("what reads a picture's metadata", "libimage-exiftool-perl");
  if (inPath("exiftool") === null) say("No exiftool is installed: the test of what a picture says of its making will fail.");
}

async function aptInstall(what, ...names) {
  const isRoot = process.getuid?.() === 0;
  if (!inPath("apt-get") || !(isRoot || inPath("sudo"))) return;
  say(`Installing ${what} (${names.join(", ")}) from the system's packages…`);
  // In run level 1 packages put their services in place without starting them.
  const settings = ["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"];
  const [program, ...prefix] = isRoot ? ["env", ...settings] : ["sudo", "-n", "env", ...settings];
  await run(program, [...prefix, "apt-get", "update", "-qq"], { quiet: true });
  await run(program, [...prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", ...names], { quiet: true });
}

function inPath(name) {
  const found = (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
  return found ?? null;
}
