/** Hands over to the server, in the foreground: signals go on to it, its exit code is ours, and neither outlives the other. */
import { spawn } from "node:child_process";
import { environment, root } from "./run.mjs";

const lookForParentEveryMs = 200;

export function serve(...options) {
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const server = spawn("node", ["scripts/serve.ts", ...options], { cwd: root, env: environment(), stdio });
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
