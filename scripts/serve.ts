/** Starts the built app on the address the settings name, or (--check) only reads the settings. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import env from "@next/env";
import { type Config, ConfigError, readConfig } from "#lib/server/config.ts";

const badSettings = 78;

env.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: console.error });
const config = readSettings();
if (!process.argv.includes("--check")) await serve(config);

function readSettings(): Config {
  try {
    return readConfig();
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(badSettings);
  }
}

async function serve({ host, port }: Config): Promise<void> {
  const shown = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  if (!(await isFree(host, port))) {
    console.error(`Port ${port} on ${host} is taken. Stop what listens there, or start with PORT=${port + 1}.`);
    process.exit(1);
  }
  const server = spawn("next", ["start", "--hostname", host, "--port", String(port)], { stdio: ["ignore", "ignore", "inherit"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));
  server.once("exit", (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
  await answered(`${shown}/api/provider`);
  console.info(`Pentimento is at ${shown}`);
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
  while (
    !(await fetch(address)
      .then((answer) => answer.ok)
      .catch(() => false))
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
}
