/** `npm run verify`, `backup`, `restore` and `move`: what keeps an installation and takes it elsewhere. */
import { install } from "./steps/install.mjs";
import { command, run } from "./steps/run.mjs";

await command(install);
process.exit(await run("node", ["scripts/upkeep.ts", ...process.argv.slice(2)]));
