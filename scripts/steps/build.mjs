/** Builds the app, unless what stands in .next was built from exactly these sources. */
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint, readStamp } from "./fingerprint.mjs";
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
  "scripts/steps/hint-chunks.mjs",
  "postcss.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

export function isBuilt() {
  const found = readStamp(stamp);
  return found !== "" && found === stampOf(fingerprint(sources));
}

export async function build() {
  if (isBuilt()) return;
  // As they are now: what changes while it is built is not in it for certain.
  const built = fingerprint(sources);
  say("Building the studio (about twenty seconds)…");
  // A build that is broken off leaves no stamp of the one before it.
  rmSync(path.join(root, stamp), { force: true });
  await must("Building", "next", ["build"], { quiet: true });
  writeFileSync(path.join(root, stamp), stampOf(built));
}

/** Names the build as well as its sources: somebody may have built something else there by hand. */
function stampOf(sourcesPrint) {
  return `${sourcesPrint} ${readStamp(".next/BUILD_ID")}`;
}
