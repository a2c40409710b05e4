/** A new name is only safe from a power cut when the folder that holds it has been synced, and so on upwards. */
import { mkdir, open } from "node:fs/promises";
import path from "node:path";

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates what is missing of a folder's path, for the owner only, and makes each new name durable. */
export async function makeDurableFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return syncFolder(path.dirname(folder));
  for (let made = folder; made.length >= firstMade.length; made = path.dirname(made)) await syncFolder(path.dirname(made));
}
