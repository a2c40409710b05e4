/** `npm run dev`: the studio that reloads what you change. */
import { install } from "./steps/install.mjs";
import { command } from "./steps/run.mjs";
import { serve } from "./steps/serve.mjs";

await command(install);
serve("--dev");
