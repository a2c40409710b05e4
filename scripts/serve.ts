/**
 * Starts the built app (--dev: the one that reloads) on the address the settings name, or (--worker) a process without any
 * address that runs predictions, or (--check) only reads the settings.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Config } from "#lib/server/config.ts";
import { readSettings } from "./read-settings.ts";
import { work } from "./work.ts";

/** A studio that was killed a moment ago may still be letting go of its port. */
const portPatienceMs = 3000;
/**
 * The server's heap is about 50 MB, and what it is allowed grows from there: each picture that passed through was reason enough to
 * look the whole of it over, while that picture was on its way to the browser (65 ms of processors a run). Megabytes.
 */
const roomForHeap = 128;
/** After this long an orderly end is no longer waited for. */
const endPatienceMs = 10_000;

const isDev = process.argv.includes("--dev");
const config = readSettings(isDev);
const isWorker = config.role === "worker" || process.argv.includes("--worker");
if (!process.argv.includes("--check")) await (isWorker ? work({ ...config, role: "worker" }) : serve(config));

async function serve({ host, port, publicUrl }: Config): Promise<void> {
  const shown = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  if (!(await isFreeSoon(host, port))) {
    console.error(`Port ${port} on ${host} is taken. Stop what listens there, or start with PORT=${port < 65_535 ? port + 1 : 3000}.`);
    process.exit(1);
  }
  const server = startServer(host, port);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(server, signal));
  process.once("disconnect", () => process.exit(1));
  server.once("exit", (code) => process.exit(code ?? 1));
  await answered(`http://${reachable(host)}:${port}/api/session`);
  console.info(`Pentimento is at ${publicUrl?.origin ?? shown}`);
}

function startServer(host: string, port: number): ChildProcess {
  const next = ["node_modules/next/dist/bin/next", isDev ? "dev" : "start", "--hostname", host, "--port", String(port)];
  const own = [`--initial-old-space-size=${roomForHeap}`, "--import", "./scripts/steps/end-with-parent.mjs"];
  return spawn(process.execPath, [...own, ...next], {
    stdio: ["ignore", isDev ? "inherit" : "ignore", "inherit", "ipc"],
  });
}

/** Where the server can be asked from here: a server that listens on every address has none of its own. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

/** The framework knows an orderly end by SIGINT and SIGTERM only. */
function end(server: ChildProcess, signal: NodeJS.Signals): void {
  server.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
  setTimeout(() => server.kill("SIGKILL"), endPatienceMs).unref();
}

async function isFreeSoon(host: string, port: number): Promise<boolean> {
  for (const untilMs = Date.now() + portPatienceMs; ; await pause()) {
    if (await isFree(host, port)) return true;
    if (Date.now() > untilMs) return false;
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The server ends this process when it fails, so asking may go on until then. */
async function answered(address: string): Promise<void> {
  while (!(await isAnswered(address))) await pause();
}

function isAnswered(address: string): Promise<boolean> {
  return fetch(address).then(
    // Asked by an address that is no name of ours, it refuses; it is there all the same.
    (answer) => answer.ok || answer.status === 403,
    () => false,
  );
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
