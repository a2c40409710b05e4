import { readdirSync, readFileSync } from "node:fs";

/** Of Linux, on every machine we know. */
const ticksPerSecond = 100;

/** Seconds that a group of processes has computed, those of its members that are over included where one of it waited for them. */
export function groupCpuSeconds(group: number): number {
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const fields = readStat(pid);
    if (Number(fields[2]) === group) for (const field of [11, 12, 13, 14]) ticks += Number(fields[field]);
  }
  return ticks / ticksPerSecond;
}

/** What follows the name: state, parent, group, …; nothing where the process is gone. */
function readStat(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  } catch {
    return [];
  }
}
