/** Hands over to the server, in the foreground: signals go on to it, its exit code is ours, and neither outlives the other. */
import { spawn } from "node:child_process";
import path from "node:path";
import { environment, root } from "./run.mjs";

const lookForParentEveryMs = 200;
/** What Node has made of each source is kept beside the build: the next start takes two thirds of the processor's time. */
const compiled = { NODE_COMPILE_CACHE: path.join(root, ".next", "cache", "node") };

export function serve(...options) {
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const server = spawn("node", ["scripts/serve.ts", ...options], { cwd: root, env: environment(compiled), stdio });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  server.once("exit", (code) => process.exit(code ?? 1));
  if (process.env.npm_lifecycle_event) endWithNpm();
}

/** Nothing tells a process that npm was killed; a studio that lived on would hold its port and its data folder. */
function endWithNpm() {
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.exit(1);
  }, lookForParentEveryMs).unref();
}
