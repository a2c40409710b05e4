/** The start as a person at a terminal, or a script that kills without asking, meets it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStudio } from "#lib/testing/start-studio.ts";
import { until } from "./studio-client.ts";

let dataFolder = "";

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-start-"));
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

async function serve(environment: Record<string, string>, ...options: string[]): Promise<Ended> {
  const env = { ...process.env, PENTIMENTO_DATA: dataFolder, ...environment };
  const child = spawn("node", ["scripts/serve.ts", ...options], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

async function holdPort(port = 0) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => new Promise((resolve) => server.close(resolve)) };
}

const isFree = (port: number) =>
  holdPort(port).then(
    (held) => held.close().then(() => true),
    () => null,
  );

describe("the start", () => {
  it("tells every setting that cannot be used at once, without the secrets in them", async () => {
    const { code, output } = await serve(
      { PORT: "70000", HOST: "0.0.0.0", DATABASE_URL: "mysql://me:canary@host/x", PREDICTION_DEADLINE_S: "soon" },
      "--check",
    );
    expect(code).toBe(78);
    expect(output).toMatch(/PORT.*HOST.*DATABASE_URL.*PREDICTION_DEADLINE_S/s);
    expect(output).not.toContain("canary");
  });

  it("says in a sentence that the port is taken, and what to do", async () => {
    const held = await holdPort();
    const { code, output } = await serve({ PORT: String(held.port) });
    await held.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${held.port} on 127.0.0.1 is taken. Stop what listens there, or start with PORT=${held.port + 1}.`);
  });

  it("ends in order when it is asked to, and lets go of its port", async () => {
    const studio = await startStudio();
    await until("it to say where it is", async () => studio.output().includes(`Pentimento is at ${studio.origin}`) || null);
    await studio.stop();
    expect(await isFree(studio.port)).toBe(true);
  });

  it("does not outlive the process that started it", async () => {
    const held = await holdPort();
    await held.close();
    const env = { ...process.env, PENTIMENTO_DATA: dataFolder, PORT: String(held.port), REPLICATE_API_TOKEN: "" };
    const starter = `require("node:child_process").spawn(process.execPath, ["scripts/serve.ts"], { stdio: ["ignore", "inherit", "inherit", "ipc"] })`;
    const parent: ChildProcess = spawn("node", ["-e", starter], { env, stdio: ["ignore", "pipe", "inherit"] });
    await until("the studio to say where it is", async () => {
      const answer = await fetch(`http://127.0.0.1:${held.port}/api/provider`).catch(() => null);
      return answer?.ok ? true : null;
    });
    parent.kill("SIGKILL");
    expect(await until("the port to be let go", () => isFree(held.port))).toBe(true);
  });
});
