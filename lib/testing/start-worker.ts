/** Starts a worker as `npm run worker` does, with a data folder of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { endProcess, ownEnvironment } from "./studio-process.ts";

export interface Worker {
  output(): string;
  /** Asks it to end; answers its exit code, null where it had to be killed. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export async function startWorker(environment: Readonly<Record<string, string>>): Promise<Worker> {
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-worker-"));
  const env = { ...ownEnvironment(), PENTIMENTO_DATA: folder, ...environment };
  const child = spawn("node", ["scripts/serve.ts", "--worker"], { env, detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let output = "";
  const works = new Promise<boolean>((resolve) => {
    child.stdout?.on("data", (chunk) => {
      output += chunk;
      if (output.includes("Pentimento works")) resolve(true);
    });
    child.once("exit", () => resolve(false));
  });
  child.stderr?.on("data", (chunk) => (output += chunk));
  const end = async (signal: NodeJS.Signals) => {
    await endProcess(child, signal);
    await rm(folder, { recursive: true, force: true });
  };
  if (!(await works)) {
    await end("SIGKILL");
    throw new Error(`The worker did not start:\n${output}`);
  }
  return {
    output: () => output,
    async stop() {
      const exited = child.exitCode === null ? once(child, "exit") : Promise.resolve([child.exitCode]);
      await end("SIGTERM");
      const [code] = await exited;
      return typeof code === "number" ? code : null;
    },
    kill: () => end("SIGKILL"),
  };
}
