/** One hash for a set of files and folders, so that a step is repeated only when something it depends on has changed. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "./run.mjs";

export function fingerprint(places) {
  const hash = createHash("sha256");
  for (const place of places)
    for (const file of filesOf(place))
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(path.join(root, file)))
        .update("\0");
  return hash.digest("hex");
}

/** Tests change nothing of what is built. */
function filesOf(place) {
  const stat = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return /\.test\.tsx?$/.test(place) ? [] : [place];
  return readdirSync(path.join(root, place))
    .sort()
    .flatMap((name) => filesOf(`${place}/${name}`));
}

export function readStamp(file) {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return "";
  }
}
