/** `npm run check`: everything that needs no browser and no built app. */
import { install } from "./steps/install.mjs";
import { command, must, say } from "./steps/run.mjs";

await command(async () => {
  await install();
  say("Lint…");
  await must("Lint", "biome", ["check", "."]);
  say("Types…");
  await must("The types of the routes", "next", ["typegen"], { quiet: true });
  await must("Types", "tsc", ["--noEmit"]);
  say("Unit and architecture tests…");
  await must("Tests", "vitest", ["run", "--project", "unit"]);
});
