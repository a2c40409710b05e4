/** The byte store in a folder: keys are paths below it, files that are not whole yet lie in its own tmp/. */
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import type { Blobs, ByteRange, Staged } from "./blobs.ts";
import { makeDurableFolder } from "./durable-folder.ts";
import { readFileRange } from "./read-file-range.ts";
import { createStaged, measureWhole, writeWhole } from "./staged-file.ts";
import { removeAbandoned, temporaryName } from "./temporary-files.ts";

const keyShape = /^(?!tmp\/)[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)+$/;
const prefixShape = /^([a-z0-9][a-z0-9.-]*\/)*([a-z0-9][a-z0-9.-]*)?$/;
const longestKey = 512;

export async function openFolderBlobs(folder: string): Promise<Blobs> {
  const root = path.resolve(folder);
  const temporary = path.join(root, "tmp");
  await makeDurableFolder(root);
  await mkdir(temporary, { recursive: true, mode: 0o700 });

  function fileOf(key: string): string {
    if (keyShape.test(key) && key.length <= longestKey) return path.join(root, key);
    throw new AppError("internal", `Expected a blob key such as pictures/ab/abcd but received "${key.slice(0, 80)}"`);
  }

  /** Only what was made here may be taken over or removed by its path. */
  function scratchFile(file: string): string {
    if (path.dirname(path.resolve(file)) === temporary) return path.resolve(file);
    throw new AppError("internal", "Expected the path of a scratch file of this store but received another one");
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
    size,

    async stage(source, options): Promise<Staged> {
      const file = path.join(temporary, temporaryName("part"));
      return createStaged(file, await writeWhole(file, source, options), fileOf);
    },

    async scratchPath(extension) {
      if (!/^[a-z0-9]{1,8}$/.test(extension)) throw new AppError("internal", "Expected a file extension such as webp for a scratch file");
      return path.join(temporary, temporaryName(extension));
    },

    async adopt(file) {
      const scratch = scratchFile(file);
      return createStaged(scratch, await measureWhole(scratch), fileOf);
    },

    async drop(file) {
      await rm(scratchFile(file), { force: true });
    },

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
      if (!prefixShape.test(prefix)) throw new AppError("internal", `Expected a prefix of blob keys but received "${prefix.slice(0, 80)}"`);
      yield* listBelow(root, prefix.slice(0, prefix.lastIndexOf("/") + 1), prefix);
    },

    sweep: () => removeAbandoned(temporary),
  };
}

function span(bytes: number, range: ByteRange | undefined): { start: number; length: number } {
  if (!range) return { start: 0, length: bytes };
  const length = Math.min(range.end, bytes - 1) - range.start + 1;
  if (range.start >= 0 && length > 0) return { start: range.start, length };
  throw new AppError("bad_request", `Expected a range within ${bytes} bytes but received ${range.start}-${range.end}`);
}

async function* listBelow(root: string, folder: string, prefix: string): AsyncIterable<{ key: string; writtenAtMs: number }> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(nullWhenMissing);
  for (const entry of (entries ?? []).sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const key = `${folder}${entry.name}`;
    if (entry.isDirectory()) {
      const isNear = `${key}/`.startsWith(prefix) || prefix.startsWith(`${key}/`);
      if (isNear && key !== "tmp") yield* listBelow(root, `${key}/`, prefix);
    } else if (entry.isFile() && keyShape.test(key) && key.startsWith(prefix)) {
      // Removed since the folder was read: no longer a key.
      const facts = await statOrNull(path.join(root, key));
      if (facts) yield { key, writtenAtMs: Math.round(facts.mtimeMs) };
    }
  }
}

function statOrNull(file: string) {
  return stat(file).catch(nullWhenMissing);
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
  throw error;
}
