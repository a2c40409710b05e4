/** The settings as a person wrote them, in the environment or in .env; what cannot be used ends the process with its reasons. */
import env from "@next/env";
import { type Config, ConfigError, readConfig } from "#lib/server/config.ts";

export const badSettings = 78;

export function readSettings(isDev = false): Config {
  env.loadEnvConfig(process.cwd(), isDev, { info: () => undefined, error: console.error });
  try {
    return readConfig();
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(badSettings);
  }
}
