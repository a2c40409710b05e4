/** What every process of a studio under test is started and ended with. */
import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { settingNames } from "#lib/server/config.ts";

const stopTimeoutMs = 15_000;

/** No setting of the person who runs the tests reaches the studio under test; an empty one also stands before a .env file's. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(NODE_OPTIONS|NODE_ENV|VITEST.*|npm_.*)$/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const unset = settingNames.map((name) => [name, ""]);
  const ownNode = `${path.resolve("node_modules/.bin")}${path.delimiter}${process.env.PATH ?? ""}`;
  const own = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NODE_COMPILE_CACHE: path.resolve(".next/cache/node"), PATH: ownNode };
  return { ...Object.fromEntries([...kept, ...unset]), ...own };
}

export function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Resolves when it is gone; one that does not end when it is asked to is made to. */
export function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const { pid } = child;
  if (pid === undefined || isOver(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const killing = setTimeout(() => process.kill(-pid, "SIGKILL"), stopTimeoutMs);
    child.once("exit", () => {
      clearTimeout(killing);
      resolve();
    });
    process.kill(-pid, signal);
  });
}
