/** The byte store in a folder: keys are paths below it, files that are not whole yet lie in its own tmp/. */
import type { Dirent } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import { requireKey, requirePrefix } from "./blob-keys.ts";
import type { Blobs, ByteRange, StoredBlob } from "./blobs.ts";
import { createDurableFolders, makeDurableFolder, syncFolder } from "./durable-folder.ts";
import { readFileRange } from "./read-file-range.ts";
import { openScratchFolder } from "./scratch-folder.ts";
import type { StagedFile } from "./staged-file.ts";

export async function openFolderBlobs(folder: string): Promise<Blobs> {
  const root = path.resolve(folder);
  await makeDurableFolder(root);
  const makeFolder = createDurableFolders(root);
  const { scratch } = await openScratchFolder(path.join(root, "tmp"), moveTo);

  const fileOf = (key: string) => path.join(root, requireKey(key));

  /** Takes the place of a file of that name in one step: readers of the old one keep it, and nobody sees a half one. */
  async function moveTo({ path: file }: StagedFile, key: string): Promise<void> {
    const target = fileOf(key);
    const folder = path.dirname(target);
    await makeFolder(folder);
    await rename(file, target);
    await syncFolder(folder);
  }

  async function size(key: string): Promise<number | null> {
    const facts = await statOrNull(fileOf(key));
    return facts?.isFile() ? facts.size : null;
  }

  async function requireSize(key: string): Promise<number> {
    const bytes = await size(key);
    if (bytes === null) throw new AppError("not_found", `Expected a stored blob for ${key} but there is none`);
    return bytes;
  }

  return {
    ...scratch,
    size,

    async read(key, range) {
      const bytes = await requireSize(key);
      const { start, length } = span(bytes, range);
      return readFileRange(fileOf(key), start, length);
    },

    async withFile(key, use) {
      await requireSize(key);
      return use(fileOf(key));
    },

    async remove(key) {
      await rm(fileOf(key), { force: true });
    },

    async *list(prefix) {
      yield* listBelow(root, requirePrefix(prefix).slice(0, prefix.lastIndexOf("/") + 1), prefix);
    },

    close: async () => undefined,
  };
}

function span(bytes: number, range: ByteRange | undefined): { start: number; length: number } {
  if (!range) return { start: 0, length: bytes };
  const length = Math.min(range.end, bytes - 1) - range.start + 1;
  if (range.start >= 0 && length > 0) return { start: range.start, length };
  throw new AppError("bad_request", `Expected a range within ${bytes} bytes but received ${range.start}-${range.end}`);
}

async function* listBelow(root: string, folder: string, prefix: string): AsyncIterable<StoredBlob> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(nullWhenMissing);
  for (const entry of (entries ?? []).sort((one, other) => (sortedAs(one) < sortedAs(other) ? -1 : 1))) {
    const key = `${folder}${entry.name}`;
    if (entry.isDirectory()) {
      const isNear = `${key}/`.startsWith(prefix) || prefix.startsWith(`${key}/`);
      if (isNear && key !== "tmp") yield* listBelow(root, `${key}/`, prefix);
    } else if (entry.isFile() && key.startsWith(prefix)) {
      // Removed since the folder was read: no longer a key.
      const facts = await statOrNull(path.join(root, key));
      if (facts) yield { key, bytes: facts.size, writtenAtMs: Math.round(facts.mtimeMs) };
    }
  }
}

/** A folder stands where the keys below it do. */
function sortedAs(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

function statOrNull(file: string) {
  return stat(file).catch(nullWhenMissing);
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
  throw error;
}
