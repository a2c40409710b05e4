/** A house without a street: the watcher, the darkroom and the local engine, until somebody asks for the end. */
import { buildHouse } from "#lib/server/build-house.ts";
import { type Config, ConfigError } from "#lib/server/config.ts";
import type { House } from "#lib/server/house.ts";
import { serveHealth } from "./health-server.ts";
import { badSettings } from "./read-settings.ts";

export async function work(config: Config): Promise<void> {
  process.once("disconnect", () => process.exit(1));
  const ending = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  const house = await open(config);
  const { workerAddress } = config;
  const server = workerAddress && serveHealth(house.health, workerAddress);
  console.info("Pentimento works");
  await ending;
  await house.close();
  server?.close();
  process.exit(0);
}

async function open(config: Config): Promise<House> {
  try {
    return await buildHouse(config);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(error instanceof ConfigError ? badSettings : 1);
  }
}
