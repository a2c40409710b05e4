/** Where files lie that are not whole yet or have no name in the store, on the disk of this machine whatever the store is. */
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import type { Blobs } from "./blobs.ts";
import { createStaged, measureWhole, type StagedFile, writeWhole } from "./staged-file.ts";
import { removeAbandoned, temporaryName } from "./temporary-files.ts";

/** What is the same for every store, and where a file of one's own may lie for a moment. */
interface ScratchFolder {
  readonly scratch: Pick<Blobs, "stage" | "scratchPath" | "adopt" | "drop" | "sweep">;
  freshPath(extension: string): string;
}

/** `keepAs` gives a staged file its key; afterwards nothing is left of it here. */
export async function openScratchFolder(
  folder: string,
  keepAs: (staged: StagedFile, key: string) => Promise<void>,
): Promise<ScratchFolder> {
  const root = path.resolve(folder);
  await mkdir(root, { recursive: true, mode: 0o700 });

  /** Only what was made here may be taken over or removed by its path. */
  function ownFile(file: string): string {
    if (path.dirname(path.resolve(file)) === root) return path.resolve(file);
    throw new AppError("internal", "Expected the path of a scratch file of this store but received another one");
  }

  const freshPath = (extension: string) => path.join(root, temporaryName(extension));

  const scratch: ScratchFolder["scratch"] = {
    async stage(source, options) {
      const file = freshPath("part");
      return createStaged({ path: file, ...(await writeWhole(file, source, options)) }, keepAs);
    },

    async scratchPath(extension) {
      if (!/^[a-z0-9]{1,8}$/.test(extension)) throw new AppError("internal", "Expected a file extension such as webp for a scratch file");
      return freshPath(extension);
    },

    async adopt(file) {
      const own = ownFile(file);
      return createStaged({ path: own, ...(await measureWhole(own)) }, keepAs);
    },

    async drop(file) {
      await rm(ownFile(file), { force: true });
    },

    sweep: () => removeAbandoned(root),
  };
  return { scratch, freshPath };
}
