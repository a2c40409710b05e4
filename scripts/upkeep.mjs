/** `npm run verify`, `backup`, `restore`, `move` and `way-back`: what keeps an installation, takes it elsewhere and lets its people in again. */
import { install } from "./steps/install.mjs";
import { command, run } from "./steps/run.mjs";

await command(install);
process.exit(await run("node", ["scripts/upkeep.ts", ...process.argv.slice(2)]));
