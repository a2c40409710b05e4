/**
 * The folder in which this process keeps the local engine's files. Nothing in it outlives the process: what dead ones
 * left behind is removed at the start, what living ones (here or on another machine) still need is not touched.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { isAlive } from "#lib/server/is-alive.ts";

const oneDayMs = 24 * 60 * 60 * 1000;
/** Process ids only mean something on the machine, or in the container, they come from. */
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const ownFolders = new Set<string>();

export async function openScratch(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (const name of await readdir(parent)) {
    const folder = path.join(parent, name);
    if (await isAbandoned(folder, name)) await rm(folder, { recursive: true, force: true });
  }
  const own = path.join(parent, `${machine}-${process.pid}-${randomUUID()}`);
  ownFolders.add(own);
  await mkdir(own, { mode: 0o700 });
  return own;
}

export async function closeScratch(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  ownFolders.delete(folder);
}

async function isAbandoned(folder: string, name: string): Promise<boolean> {
  const [, where, pid] = /^([0-9a-f]{8})-(\d+)-/.exec(name) ?? [];
  if (where !== machine) {
    const facts = await stat(folder).catch(() => null);
    return facts !== null && facts.mtimeMs < Date.now() - oneDayMs;
  }
  // A process that is started again in a container gets the number of the one before.
  if (Number(pid) === process.pid) return !ownFolders.has(folder);
  return !isAlive(Number(pid));
}
