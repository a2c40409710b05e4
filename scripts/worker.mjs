/** `npm run worker`: a process that runs predictions and answers nobody, beside studios on the same database and bucket. */
import { install } from "./steps/install.mjs";
import { command } from "./steps/run.mjs";
import { serve } from "./steps/serve.mjs";

await command(install);
serve("--worker");
