/** Holds a set of source files against the floor plan. Each fault is the rule that was broken, with its place. */
import path from "node:path";
import { checkImports, findCycles, roomOf } from "./check-imports.ts";
import { maxLines } from "./rooms.ts";

export type SourceTree = ReadonlyMap<string, string>;

const settingsReader = "lib/server/config.ts";
const drawers = /(^|\/)(utils?|helpers?|common|misc|shared)(\.\w+)*$/i;
/** Every way to spell process.env, `import { env } from "node:process"` included. */
const environment =
  /\bprocess\s*\??\.\s*env\b(?:\.(\w+))?|\bprocess\s*\[\s*["']env["']\s*\]|\{[^{}]*\benv\b[^{}]*\}\s*(?:=\s*process\b|from\s*["'](?:node:)?process["'])/g;
/** Facts the framework leaves there, told to the files that stand at its gates. */
const frameworkFacts: Readonly<Record<string, string>> = { "proxy.ts": "NODE_ENV", "instrumentation.ts": "NEXT_RUNTIME" };

export function checkTree(tree: SourceTree): readonly string[] {
  const faults = [...tree].flatMap(([file, text]) => [
    ...checkName(file),
    ...checkLength(file, text),
    ...checkEnvironment(file, text),
    ...checkImports(file, text),
  ]);
  return [...faults, ...findCycles(tree), ...findLonelyTests(tree)];
}

function checkName(file: string): string[] {
  const faults: string[] = [];
  if (!roomOf(file)) faults.push(`${file}: every file stands in a room of scripts/architecture/rooms.ts`);
  if (drawers.test(file.replace(/\.\w+$/, "")) || file.split("/").some((folder) => drawers.test(folder)))
    faults.push(`${file}: no drawer called utils, helpers, common, misc or shared; name a file after what it does`);
  // The framework's own [parameter] folders aside.
  if (!/^[a-z0-9./_-]+$/.test(file.replace(/\[[.\w]+\]/g, ""))) faults.push(`${file}: file names are kebab-case`);
  return faults;
}

function checkLength(file: string, text: string): string[] {
  const lines = text.split("\n").length - 1;
  const most = roomOf(file)?.maxLines ?? maxLines;
  return lines > most ? [`${file}: no file over ${most} lines, this one has ${lines}; it is a room that wants a wall`] : [];
}

function checkEnvironment(file: string, text: string): string[] {
  if (roomOf(file)?.isOutside || file === settingsReader) return [];
  const read = [...text.matchAll(environment)].filter((match) => !match[1] || frameworkFacts[file] !== match[1]);
  return read.map((match) => `${file}:${text.slice(0, match.index).split("\n").length}: only ${settingsReader} reads process.env`);
}

/** Those of the whole built app live in e2e/. */
function findLonelyTests(tree: SourceTree): string[] {
  const inhabited = new Set([...tree.keys()].filter((file) => !isTest(file)).map((file) => path.posix.dirname(file)));
  const lonely = [...tree.keys()].filter((file) => isTest(file) && !file.startsWith("e2e/") && !inhabited.has(path.posix.dirname(file)));
  return lonely.map((file) => `${file}: a test stands beside what it tests, and its folder holds nothing else`);
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
