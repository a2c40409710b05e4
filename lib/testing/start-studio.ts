/** Starts the built studio as a user does, on a free port of this machine with a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.ts";
import { type Keeping, keepingOf } from "./keeping.ts";
import { startWorker } from "./start-worker.ts";
import { endProcess, isOver, ownEnvironment } from "./studio-process.ts";

export interface StudioOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Kept when given; otherwise a temporary one is removed at the end. */
  readonly dataFolder?: string;
  readonly port?: number;
}

export interface Studio extends Pick<Keeping, "isSeveral" | "storedFiles" | "databaseText"> {
  readonly origin: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly pid: number;
  output(): string;
  stop(): Promise<void>;
  /** Sudden death of everything it started, as by a power cut. */
  kill(): Promise<void>;
}

const startTimeoutMs = 120_000;

export async function startStudio({ environment = {}, dataFolder, port: wanted }: StudioOptions = {}): Promise<Studio> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("Expected a built app in .next; run `npm run build` first");
  const folder = dataFolder ?? (await mkdtemp(path.join(tmpdir(), "pentimento-studio-")));
  const keeping = await keepingOf(folder, environment);
  const settings = { ...keeping.settings, ...environment };
  const port = wanted ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const role = keeping.isSeveral ? { ROLE: "web" } : {};
  const env = { ...ownEnvironment(), PENTIMENTO_DATA: folder, HOST: "127.0.0.1", PORT: String(port), ...role, ...settings };
  // Its own process group, so that one signal reaches the framework's server and the darkroom together; and a channel,
  // so that it ends when the tests are killed.
  const child = spawn("node", ["scripts/serve.ts"], { env, detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const removeFolder = async () => {
    if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
  };
  const starting = answers(origin, child, () => output).catch(async (error: unknown) => {
    await removeFolder();
    throw error;
  });
  // Where one process answers browsers another one works.
  const [pid, worker] = await Promise.all([starting, keeping.isSeveral ? startWorker(settings) : null]);

  return {
    origin,
    port,
    dataFolder: folder,
    pid,
    output: () => output + (worker?.output() ?? ""),
    isSeveral: keeping.isSeveral,
    storedFiles: keeping.storedFiles,
    databaseText: keeping.databaseText,
    async stop() {
      await Promise.all([endProcess(child, "SIGTERM"), worker?.stop()]);
      await removeFolder();
    },
    async kill() {
      await Promise.all([endProcess(child, "SIGKILL"), worker?.kill()]);
    },
  };
}

/** Resolves to its process id. */
async function answers(origin: string, child: ChildProcess, output: () => string): Promise<number> {
  const untilMs = Date.now() + startTimeoutMs;
  for (;;) {
    const isUp = await fetch(`${origin}/api/session`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp && child.pid !== undefined) return child.pid;
    if (child.pid === undefined || isOver(child) || Date.now() > untilMs) {
      await endProcess(child, "SIGKILL");
      throw new Error(`The studio did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
