/** How much memory a process holds, seen from outside; and how it ends where only the process itself can see it. */
import { readFile } from "node:fs/promises";

export const overMemoryExitCode = 86;

/** Bytes outside of the heap; to look for less would cost a small job more than it has taken. */
const worthLettingGo = 16_000_000;

/**
 * Pixels lie outside of the heap, which hardly grows by them: left to itself, a process would hold on to a picture that nobody
 * needs any more until long after the next has come.
 */
export function letGoOfPixels(): void {
  const { external, arrayBuffers } = process.memoryUsage();
  if (external + arrayBuffers > worthLettingGo) globalThis.gc?.();
}

/** Null where the system does not tell, or the process has ended. */
export async function residentBytes(pid: number): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return found ? Number(found[1]) * 1024 : null;
}
