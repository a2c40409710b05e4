/**
 * Tells browsers that read such hints to compile a script whole while it arrives, beside the page: otherwise the page itself
 * compiles, in one long task, what it calls first. Nearly all of a chunk is called when it comes.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const hint = "//# allFunctionsCalledOnLoad\n";

export function hintChunks(folder) {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".js")) continue;
    const file = path.join(folder, name);
    const script = readFileSync(file, "utf8");
    if (!script.startsWith(hint)) writeFileSync(file, hint + script);
  }
}
