/** The byte store the settings name. What it refuses at the start is a fault of its setting. */
import path from "node:path";
import { isAppError } from "#lib/errors.ts";
import { type Config, ConfigError } from "./config.ts";
import type { Blobs } from "./storage/blobs.ts";
import { openFolderBlobs } from "./storage/folder-blobs.ts";
import { openS3Blobs } from "./storage/s3/s3-blobs.ts";

export async function openBlobs({ blobs, dataFolder }: Pick<Config, "blobs" | "dataFolder">): Promise<Blobs> {
  if (blobs === null) return openFolderBlobs(path.join(dataFolder, "blobs"));
  try {
    return await openS3Blobs(blobs, { scratchFolder: path.join(dataFolder, "scratch") });
  } catch (error) {
    if (isAppError(error)) throw new ConfigError([`${error.message}; look at BLOBS_URL`]);
    throw error;
  }
}
