/**
 * Names for files that are not whole yet. A name says which process makes the file, so that what a dead one left behind
 * can be told from what a living one still needs.
 */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { isAlive } from "#lib/server/is-alive.ts";

const oneDayMs = 24 * 60 * 60 * 1000;
/** Where the system does not tell when a process started. */
const unknownStart = "0";

/** Process ids count for one machine and, within it, one container: elsewhere the same number is somebody else. */
const home = createHash("sha256")
  .update(`${hostname()} ${orElse(() => readlinkSync("/proc/self/ns/pid"), "")}`)
  .digest("hex")
  .slice(0, 8);
const ownPrefix = `${process.pid}-${startOf(process.pid)}-${home}-`;

export function temporaryName(extension: string): string {
  return `${ownPrefix}${randomUUID()}.${extension}`;
}

/** Removes files of processes that no longer live, and what is older than a day and not our own; answers how many. */
export async function removeAbandoned(folder: string, nowMs = Date.now()): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    if (name.startsWith(ownPrefix)) continue;
    const file = path.join(folder, name);
    if (!isMakerGone(name) && !(await isOlderThan(file, nowMs - oneDayMs))) continue;
    await rm(file, { force: true, recursive: true });
    removed += 1;
  }
  return removed;
}

function isMakerGone(name: string): boolean {
  const [, pid, start, where] = /^(\d+)-(\d+)-([0-9a-f]{8})-/.exec(name) ?? [];
  if (where !== home) return false;
  const startNow = startOf(Number(pid));
  // Another start: the number lives on in another process.
  return startNow === null || (startNow !== unknownStart && startNow !== start);
}

async function isOlderThan(file: string, timeMs: number): Promise<boolean> {
  const facts = await stat(file).catch(() => null);
  return facts !== null && facts.mtimeMs < timeMs;
}

/** Ticks between the start of the machine and that of the process; null where it lives no more. */
function startOf(pid: number): string | null {
  const fields = orElse(() => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" "), undefined);
  const [state = "", start = unknownStart] = [fields?.[0], fields?.[19]];
  // A zombie has ended and only waits for its parent to take notice.
  if (state === "Z" || state === "X") return null;
  return fields || isAlive(pid) ? start : null;
}

function orElse<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
