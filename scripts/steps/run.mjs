/** Runs a program of this project with the house's own Node first in PATH, and says what it does. Plain JavaScript: it runs before anything is installed. */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));
const bin = path.join(root, "node_modules", ".bin");

/** What a shell answers for a program that does not exist. */
const notFound = 127;

export class StepFailed extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function say(line) {
  console.log(`› ${line}`);
}

export function environment(extra = {}) {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...extra, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
}

/** Resolves to the exit code; the output goes where ours goes unless `quiet`, then it is kept and shown only on failure. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(notFound);
    });
    child.once("close", (code) => {
      if (code !== 0 && quiet) process.stderr.write(output);
      resolve(code ?? 1);
    });
  });
}

export async function must(what, command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new StepFailed(`${what} failed (exit code ${code}).`, code);
}

/** What an npm script does, from its first step to the first that fails. */
export async function command(steps) {
  try {
    await steps();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    say(error.message);
    process.exit(error.exitCode);
  }
}
