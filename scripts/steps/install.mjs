/** Installs what package-lock.json names, unless exactly that is installed already. */
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { must, root, run, StepFailed, say } from "./run.mjs";

const stamp = "node_modules/.pentimento-stamp";
const neededNode = 24;
const ownNode = "node_modules/.bin/node";
const ownNodePackage = `node-${process.platform}-${process.arch}`;

export async function install() {
  const wanted = fingerprint(["package-lock.json"]);
  if (readStamp(stamp) === wanted) return;
  say("Installing what is missing (about half a minute the first time)…");
  // The error level hushes warnings about this machine's older Node: the house brings its own.
  const options = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  await must("Installing", "npm", ["ci", ...options], { quiet: true });
  linkOwnNode();
  await requireNode();
  writeFileSync(path.join(root, stamp), wanted);
}

/** npm 10 takes the link away again with the package of the other processor, which would have the same one. */
function linkOwnNode() {
  const link = path.join(root, ownNode);
  const isThere = existsSync(path.join(root, "node_modules", ownNodePackage, "bin/node"));
  if (isThere && !existsSync(link)) symlinkSync(`../${ownNodePackage}/bin/node`, link);
}

async function requireNode() {
  const isOwn = existsSync(path.join(root, ownNode));
  if (isOwn && (await run(ownNode, ["--version"], { quiet: true })) === 0) return;
  if (!isOwn && Number(process.versions.node.split(".")[0]) >= neededNode) return;
  const fault = isOwn ? "The one that was installed does not run on" : "None could be installed for";
  const found = `this machine's own is ${process.versions.node}`;
  throw new StepFailed(`Pentimento needs Node ${neededNode}. ${fault} ${process.platform}-${process.arch}, and ${found}.`, 1);
}
