/** `npm start`: everything between a fresh clone and a studio that answers, each step only when it is needed. */
import { build, isBuilt } from "./steps/build.mjs";
import { install } from "./steps/install.mjs";
import { command, must } from "./steps/run.mjs";
import { serve } from "./steps/serve.mjs";

await command(async () => {
  await install();
  if (isBuilt()) return;
  // Wrong settings are told before anybody waits for a build.
  await must("Reading the settings", "node", ["scripts/serve.ts", "--check"]);
  await build();
});
serve();
