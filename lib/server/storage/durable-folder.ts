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

/**
 * Creates folders below one that is durable. What stands already may be named by a process that was killed before it made the name
 * durable, or by one that is just about to: so the whole way down is synced once by everybody.
 */
export function createDurableFolders(root: string): (folder: string) => Promise<void> {
  const durable = new Set<string>();
  return async (folder) => {
    const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (firstMade === undefined && durable.has(folder)) return;
    for (let at = folder; at !== root; at = path.dirname(at)) await syncFolder(path.dirname(at));
    durable.add(folder);
  };
}
