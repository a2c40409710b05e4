/** `npm run build`: the app as `npm start` serves it. */
import { build } from "./steps/build.mjs";
import { install } from "./steps/install.mjs";
import { command } from "./steps/run.mjs";

await command(async () => {
  await install();
  await build();
});
