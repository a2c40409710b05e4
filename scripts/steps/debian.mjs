/** What tests need from outside npm: a browser and a database server, taken as they are installed, else from Debian. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { run, say } from "./run.mjs";

const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

export function findBrowser() {
  return process.env.CHROMIUM_PATH ?? browsers.map(inPath).find(Boolean) ?? null;
}

function findPostgres() {
  const folders = existsSync("/usr/lib/postgresql")
    ? readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin/initdb`)
    : [];
  return inPath("initdb") ?? folders.find(existsSync) ?? null;
}

export async function ensureBrowser() {
  if (findBrowser() === null) await aptInstall("a browser", "chromium");
  if (findBrowser() !== null) return;
  say("Fetching a browser through Playwright…");
  await run("playwright", ["install", "chromium"]);
}

export async function ensurePostgres() {
  if (findPostgres() === null) await aptInstall("a PostgreSQL server", "postgresql");
  if (findPostgres() === null) say("No PostgreSQL server is installed: its tests will fail. Install one (initdb must be in PATH).");
}

async function aptInstall(what, name) {
  if (!inPath("apt-get")) return;
  say(`Installing ${what} (${name}) from Debian's packages…`);
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const [command, ...args] = [...asRoot, "apt-get"];
  await run(command, [...args, "update", "-qq"], { quiet: true });
  await run(command, [...args, "install", "-y", "-qq", "--no-install-recommends", name], {
    quiet: true,
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
}

function inPath(name) {
  const found = (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
  return found ?? null;
}
