/** A start when nothing has changed: from the command to the first answer. The limit is three seconds. Beside it, the framework alone. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { measureMs, tell } from "./figures.ts";

const rounds = 7;
const folder = mkdtempSync(path.join(tmpdir(), "pentimento-bench-"));
const port = await freePort();
const environment = { ...process.env, PORT: String(port), PENTIMENTO_DATA: folder, REPLICATE_API_TOKEN: "", NEXT_TELEMETRY_DISABLED: "1" };

const starts = {
  "npm start, nothing changed": ["npm", "start"],
  "next start alone": [process.execPath, "node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", String(port)],
};

// The first one installs and builds what is missing.
await startOnce(starts["npm start, nothing changed"]);
for (const [what, command] of Object.entries(starts)) {
  const timesMs: number[] = [];
  while (timesMs.length < rounds) timesMs.push(await startOnce(command));
  tell(what, timesMs);
}
rmSync(folder, { recursive: true });

async function startOnce([program = "", ...args]: readonly string[]): Promise<number> {
  let server: ChildProcess | undefined;
  const tookMs = await measureMs(async () => {
    server = spawn(program, args, { env: environment, stdio: "ignore" });
    while (!(await isAnswered())) await new Promise((resolve) => setTimeout(resolve, 10));
  });
  if (server?.kill("SIGTERM")) await once(server, "exit");
  return tookMs;
}

function isAnswered(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/provider`, { headers: { connection: "close" } }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}
