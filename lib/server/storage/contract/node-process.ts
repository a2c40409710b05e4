/** Runs a few lines of script in a process of their own: what is promised across processes is only shown by processes. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface NodeProcess {
  /** The next line the script printed, or null when it has ended. */
  nextLine(): Promise<string | null>;
  /** All lines that are left, until it ends; an error where it failed. */
  lines(): Promise<readonly string[]>;
  kill(): Promise<void>;
}

/** The script finds `args` as a constant. */
export function startNode(script: string, args: unknown): NodeProcess {
  const source = `const args = JSON.parse(process.argv[1]);\n${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source, JSON.stringify(args)], { stdio: ["ignore", "pipe", "pipe"] });
  const printed = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const complaint = textOf(child);
  const ended = once(child, "close");

  async function nextLine(): Promise<string | null> {
    const { done, value } = await printed.next();
    return done ? null : value;
  }

  return {
    nextLine,
    async lines() {
      const all: string[] = [];
      for (let line = await nextLine(); line !== null; line = await nextLine()) all.push(line);
      await ended;
      if (child.exitCode !== 0) throw new Error(`Expected a process to end well but it said: ${await complaint}`);
      return all;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function textOf(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const piece of child.stderr ?? []) text += String(piece);
  return text;
}
