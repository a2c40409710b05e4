/** How much memory a process holds, seen from outside; and how it ends where only the process itself can see it. */
import { readFile } from "node:fs/promises";

export const overMemoryExitCode = 86;

/** Null where the system does not tell, or the process has ended. */
export async function residentBytes(pid: number): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return found ? Number(found[1]) * 1024 : null;
}
