/** `npm start`: everything between a fresh clone and a studio that answers, each step only when it is needed. */
import { spawn } from "node:child_process";
import { build } from "./steps/build.mjs";
import { install } from "./steps/install.mjs";
import { environment, must, root } from "./steps/run.mjs";

await install();
// Wrong settings are told before anybody waits for a build.
await must("Reading the settings", "node", ["scripts/serve.ts", "--check"]);
await build();

const server = spawn("node", ["scripts/serve.ts"], { cwd: root, env: environment(), stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.once("exit", (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
