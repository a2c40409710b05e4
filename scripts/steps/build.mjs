/** Builds the app, unless what stands in .next was built from exactly these sources. */
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { hintChunks } from "./hint-chunks.mjs";
import { must, root, say } from "./run.mjs";

const stamp = ".next/pentimento-stamp";
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

export function isBuilt() {
  const found = readStamp(stamp);
  return found !== "" && found === currentStamp();
}

export async function build() {
  if (isBuilt()) return;
  say("Building the studio (about twenty seconds)…");
  // A build that is broken off leaves no stamp of the one before it.
  rmSync(path.join(root, stamp), { force: true });
  await must("Building", "next", ["build"], { quiet: true });
  hintChunks(path.join(root, ".next/static/chunks"));
  writeFileSync(path.join(root, stamp), currentStamp());
}

/** Names the build as well as its sources: somebody may have built something else there by hand. */
function currentStamp() {
  return `${fingerprint(sources)} ${readStamp(".next/BUILD_ID")}`;
}
