/** `npm run dev`: the studio that reloads what you change. */
import { install } from "./steps/install.mjs";
import { must, run } from "./steps/run.mjs";

await install();
await must("Reading the settings", "node", ["scripts/serve.ts", "--check"]);
process.exit(await run("next", ["dev", "--hostname", process.env.HOST || "127.0.0.1", "--port", process.env.PORT || "3000"]));
