/** `npm run bench`: every figure, or those whose name holds a word: `npm run bench -- start`. Each bench is a program of its own. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

const words = process.argv.slice(2);
const ending = ".bench.ts";
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));

if (names.length === 0) console.error(`No bench is called ${words.join(" or ")}.`);
const failed = names.filter((name) => {
  console.log(`\n${name}`);
  return spawnSync(process.execPath, [path.join(import.meta.dirname, `${name}${ending}`)], { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) console.error(`\nEnded badly: ${failed.join(", ")}`);
process.exit(names.length > 0 && failed.length === 0 ? 0 : 1);
