/** Starts the built studio as a user does, on a free port of this machine with a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export interface StudioOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Kept when given; otherwise a temporary one is removed at the end. */
  readonly dataFolder?: string;
}

export interface Studio {
  readonly origin: string;
  readonly dataFolder: string;
  output(): string;
  stop(): Promise<void>;
  /** Sudden death of everything it started, as by a power cut. */
  kill(): Promise<void>;
}

const startTimeoutMs = 30_000;

export async function startStudio({ environment = {}, dataFolder }: StudioOptions = {}): Promise<Studio> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("Expected a built app in .next; run `npm run build` first");
  const folder = dataFolder ?? (await mkdtemp(path.join(tmpdir(), "pentimento-studio-")));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...ownEnvironment(), PENTIMENTO_DATA: folder, HOST: "127.0.0.1", PORT: String(port), ...environment };
  // Its own process group, so that one signal reaches the framework's server and the darkroom together.
  const child = spawn("node", ["scripts/serve.ts"], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  await answers(origin, child, () => output);

  return {
    origin,
    dataFolder: folder,
    output: () => output,
    async stop() {
      await end(child, "SIGTERM");
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
    },
    kill: () => end(child, "SIGKILL"),
  };
}

/** No setting of the person who runs the tests reaches the studio under test. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(REPLICATE_|DATABASE_URL|RESULT_HOSTS|PENTIMENTO_|PREDICTION_|PORT$|HOST$|NODE_OPTIONS|VITEST|NODE_ENV)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: "production" };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port"))));
    });
  });
}

async function answers(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const untilMs = Date.now() + startTimeoutMs;
  for (;;) {
    const isUp = await fetch(`${origin}/api/provider`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    if (child.exitCode !== null || Date.now() > untilMs) {
      await end(child, "SIGKILL");
      throw new Error(`The studio did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once("exit", () => resolve());
    process.kill(-child.pid, signal);
  });
}
