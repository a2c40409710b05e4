/** Lets the system itself refuse what a running process asks of the disk (strace attaches to it): one call of one kind at a time. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

export interface DiskCall {
  readonly name: string;
  /** The first call of this name is 1. */
  readonly nth: number;
}

export interface Watch {
  /** Ends the watching; answers what was asked of the disk and what was refused. */
  end(): Promise<{ readonly calls: readonly DiskCall[]; readonly refused: readonly string[] }>;
}

const names = ["openat", "mkdir", "write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate"] as const;
const stuckAfterMs = 5000;
/** How the parts of a process wake each other: eight bytes that no disk ever sees. */
const isWakeUp = (line: string) => /write\(\d+, "\\1\\0\\0\\0\\0\\0\\0\\0", 8\)/.test(line);
/** What is answered to whoever asked goes through a pipe. */
const isAnswer = (line: string) => /write\(1, /.test(line);

/** With `refuse` the nth call of that name fails with that error, in each thread. */
export async function watchDisk(pid: number, logFile: string, refuse?: DiskCall & { readonly error: string }): Promise<Watch> {
  const inject = refuse ? ["-e", `inject=${refuse.name}:error=${refuse.error}:when=${refuse.nth}`] : [];
  const child = spawn("strace", ["-f", "-p", String(pid), "-e", `trace=${names.join(",")}`, ...inject, "-o", logFile], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await attached(child);
  return {
    async end() {
      const ended = once(child, "exit");
      if (child.exitCode === null) {
        child.kill("SIGINT");
        // It waits for ever where what it watched was aborted by one of its threads while others still ended.
        const stuck = setTimeout(() => child.kill("SIGKILL"), stuckAfterMs);
        await ended;
        clearTimeout(stuck);
      }
      const lines = (await readFile(logFile, "utf8")).split("\n");
      return { calls: callsIn(lines), refused: lines.filter((line) => line.includes("(INJECTED)")) };
    },
  };
}

export function isDiskCall(line: string): boolean {
  return !isWakeUp(line) && !isAnswer(line);
}

function attached(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (piece) => {
      said += piece;
      if (said.includes("attached")) resolve();
    });
    child.once("error", reject).once("exit", () => reject(new Error(`Expected strace to attach but it said: ${said}`)));
  });
}

/** Counted in each thread by itself, as strace counts. */
function callsIn(lines: readonly string[]): readonly DiskCall[] {
  const counts = new Map<string, number>();
  const calls = new Map<string, DiskCall>();
  for (const line of lines) {
    const [, thread, name] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || name === undefined) continue;
    const nth = (counts.get(`${thread} ${name}`) ?? 0) + 1;
    counts.set(`${thread} ${name}`, nth);
    if (isDiskCall(line)) calls.set(`${name} ${nth}`, { name, nth });
  }
  return [...calls.values()];
}
