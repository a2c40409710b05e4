/** A real Postgres for one test file: its own data folder and port, on this machine only, gone after stop(). */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.ts";

export interface Postgres {
  /** Of the database "postgres", with the right to create others. */
  readonly url: string;
  stop(): Promise<void>;
}

const attempts = 3;

/**
 * Postgres under a shell that holds on to our end of a pipe: when it closes, because of stop() or because this process
 * was killed, the server is shut down (fast: sessions are ended) and its folder goes.
 */
const guarded = `
  folder=$1; shift
  exec 3<&0
  "$@" & server=$!
  { cat <&3 >/dev/null; kill -INT $server; } 2>/dev/null &
  wait $server
  cd / && rm -rf "$folder"
`;

export async function startPostgres(): Promise<Postgres> {
  const binaries = newestBinaries();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const { server, complaint } = await startOn(port, binaries);
    if (complaint === null) return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => end(server) };
    await end(server);
    // Somebody may have taken the port between looking and listening.
    if (attempt === attempts) throw new Error(`Expected Postgres to start but it ended: ${complaint}`);
  }
}

async function startOn(port: number, binaries: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "pentimento-postgres-"));
  const user = userToRunAs();
  if (user) chownSync(folder, user.uid, user.gid);
  const asUser = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C", HOME: folder } };
  const data = path.join(folder, "data");
  try {
    const setUp = ["--pgdata", data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"];
    execFileSync(path.join(binaries, "initdb"), setUp, { ...asUser, stdio: "pipe" });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const command = [path.join(binaries, "postgres"), ...serverArguments(data, folder, port)];
  const server = spawn("/bin/sh", ["-c", guarded, "sh", folder, ...command], { ...asUser, stdio: ["pipe", "ignore", "pipe"] });
  return { server, complaint: await untilReady(server) };
}

function serverArguments(data: string, socketFolder: string, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: socketFolder,
    max_connections: 120,
    shared_buffers: "32MB",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    // Errors of queries belong to the tests that provoke them; "log" is above them and says when it is ready.
    log_min_messages: "log",
  };
  return ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** null as soon as it accepts connections; what it said where it ended instead. */
function untilReady(server: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    let said = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
      if (said.includes("ready to accept connections")) resolve(null);
    });
    server.once("error", (error) => resolve(error.message));
    server.once("exit", () => resolve(said));
  });
}

async function end(server: ChildProcess): Promise<void> {
  server.stdin?.on("error", () => undefined).end();
  if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) await once(server, "exit");
}

function newestBinaries(): string {
  const debian = "/usr/lib/postgresql";
  const installed = existsSync(debian) ? readdirSync(debian).map((version) => path.join(debian, version, "bin")) : [];
  const folders = [...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean), ...installed];
  const [newest] = folders
    .filter((folder) => ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name))))
    .map((folder) => ({ folder, version: versionOf(folder) }))
    .sort((one, other) => other.version - one.version);
  if (newest) return newest.folder;
  throw new Error(
    "Expected an installed Postgres for this test but found neither initdb nor postgres in PATH or /usr/lib/postgresql; " +
      "on Debian and Ubuntu: apt-get install postgresql; on macOS: brew install postgresql",
  );
}

function versionOf(folder: string): number {
  const answer = execFileSync(path.join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/\d+(\.\d+)?/.exec(answer)?.[0] ?? 0);
}

/** Postgres refuses to run as root. */
function userToRunAs(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = new Map(
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => [line.split(":")[0], line.split(":")]),
  );
  const [, , uid, gid] = users.get("postgres") ?? users.get("nobody") ?? [];
  if (uid === undefined || gid === undefined) throw new Error("Expected a user postgres or nobody to run Postgres as but found neither");
  return { uid: Number(uid), gid: Number(gid) };
}
