/** Resident memory of another process, where the system tells (Linux); null elsewhere. */
import { readFile } from "node:fs/promises";

const pageBytes = 4096;

export async function residentBytes(pid: number): Promise<number | null> {
  const statm = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => null);
  const pages = Number(statm?.split(" ")[1]);
  return Number.isFinite(pages) ? pages * pageBytes : null;
}
