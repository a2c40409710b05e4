import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Every folder (null) and file below one, by its path in it. */
export async function readFolder(root: string): Promise<ReadonlyMap<string, Buffer | null>> {
  const found: [string, Buffer | null][] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    found.push([path.relative(root, file), entry.isDirectory() ? null : await readFile(file)]);
  }
  return new Map(found.sort());
}
