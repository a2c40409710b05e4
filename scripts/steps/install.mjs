/** Installs what package-lock.json names, unless exactly that is installed already. */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { must, root, say } from "./run.mjs";

const stamp = "node_modules/.pentimento-stamp";

export async function install() {
  const wanted = fingerprint(["package-lock.json", "package.json"]);
  if (readStamp(stamp) !== wanted) {
    say("Installing what is missing (about half a minute the first time)…");
    // The error level hushes warnings about this machine's older Node: the house brings its own.
    await must("Installing", "npm", ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"], {
      quiet: true,
    });
    writeFileSync(path.join(root, stamp), wanted);
  }
  requireNode24();
}

function requireNode24() {
  if (existsSync(path.join(root, "node_modules/.bin/node"))) return;
  if (Number(process.versions.node.split(".")[0]) >= 24) return;
  say(
    `Pentimento needs Node 24. None could be installed for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
