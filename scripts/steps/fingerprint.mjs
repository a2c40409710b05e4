/** One hash for a set of files and folders, so that a step is repeated only when something it depends on has changed. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "./run.mjs";

export function fingerprint(places, folder = root) {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesOf(folder, place))) {
    const content = readFileSync(path.join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesOf(folder, place) {
  const stat = statSync(path.join(folder, place), { throwIfNoEntry: false });
  if (!stat || isOnlyForTests(place)) return [];
  if (stat.isFile()) return [place];
  return readdirSync(path.join(folder, place))
    .sort()
    .flatMap((name) => filesOf(folder, `${place}/${name}`));
}

/** Tests change nothing of what is built. */
function isOnlyForTests(place) {
  return /\.test\.tsx?$/.test(place) || place === "lib/testing";
}

/** The stamp a step left behind, or "" where it never ended well. */
export function readStamp(file) {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return "";
  }
}
