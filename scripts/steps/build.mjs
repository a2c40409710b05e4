/** Builds the app, unless the sources are those it was built from. */
import { writeFileSync } from "node:fs";
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
  "postcss.config.js",
  "package.json",
  "package-lock.json",
];

export async function build() {
  const wanted = fingerprint(sources);
  if (readStamp(stamp) === wanted) return;
  say("Building the studio (about twenty seconds)…");
  await must("Building", "next", ["build"], { quiet: true });
  writeFileSync(path.join(root, stamp), wanted);
}
