/** Which processes live on one data folder: a file for each, named by its pid. Tells a process whether it is alone at its start. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ConfigError } from "./config.ts";

/** Whatever is in the way, the setting that can mend it is named. */
export async function enterDataFolder(dataFolder: string): ReturnType<typeof enterFolder> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    return await enterFolder(dataFolder);
  } catch (error) {
    const { code = "unknown", path: place = dataFolder } = error as NodeJS.ErrnoException;
    const reason = reasons[code] ?? `it could not be used (${code})`;
    throw new ConfigError([`Expected a folder that can be written to for PENTIMENTO_DATA but ${reason}: ${place}`]);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "there is a file",
  ENOTDIR: "there is a file on the way to it",
  EACCES: "there is no right to write",
  EPERM: "there is no right to write",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
};

async function enterFolder(dataFolder: string): Promise<{ readonly isAlone: boolean; leave(): Promise<void> }> {
  const folder = path.join(dataFolder, "running");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = path.join(folder, String(process.pid));
  await writeFile(own, "");
  let isAlone = true;
  for (const name of await readdir(folder)) {
    if (name === String(process.pid)) continue;
    if (isAlive(Number(name))) isAlone = false;
    else await rm(path.join(folder, name), { force: true });
  }
  return { isAlone, leave: () => rm(own, { force: true }) };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
