/** Holds a set of source files against the floor plan. Each fault is the rule that was broken, with its place. */
import path from "node:path";
import { readImports } from "./read-imports.ts";
import { homes, type Room, rooms, serverRooms } from "./rooms.ts";

export type SourceTree = ReadonlyMap<string, string>;

const mostLines = 250;
const mostTestLines = 400;
const drawers = /(^|\/)(utils?|helpers?|common|misc|shared)(\.\w+)*$/i;

export function checkTree(tree: SourceTree): readonly string[] {
  const faults = [...tree].flatMap(([file, text]) => [...checkFile(file, text), ...checkImports(file, text)]);
  return [...faults, ...findCycles(tree)];
}

export function roomOf(file: string): Room | undefined {
  return rooms.find((room) => room.holds.test(file));
}

function isTest(file: string): boolean {
  return roomOf(file)?.name === "tests";
}

function checkFile(file: string, text: string): string[] {
  const faults: string[] = [];
  if (!roomOf(file)) faults.push(`${file}: every file stands in a room of scripts/architecture/rooms.ts`);
  if (drawers.test(file.replace(/\.\w+$/, "")))
    faults.push(`${file}: no drawer called utils, helpers, common, misc or shared; name a file after what it does`);
  const lines = text.split("\n").length - 1;
  const most = isTest(file) ? mostTestLines : mostLines;
  if (lines > most) faults.push(`${file}: no file over ${most} lines, this one has ${lines}; it is a room that wants a wall`);
  if (!/^[a-z0-9.[\]()/_-]+$/.test(file.replace(/\[\w+\]/g, ""))) faults.push(`${file}: file names are kebab-case`);
  for (const { line, name } of readEnvironment(text)) {
    if (isTest(file) || file === "lib/server/config.ts" || /^NODE_ENV$|^NEXT_RUNTIME$/.test(name)) continue;
    faults.push(`${file}:${line}: only lib/server/config.ts reads process.env`);
  }
  return faults;
}

function readEnvironment(text: string): { line: number; name: string }[] {
  return [...text.matchAll(/\bprocess\.env(?:\.(\w+))?/g)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length,
    name: match[1] ?? "",
  }));
}

function checkImports(file: string, text: string): string[] {
  if (/\.config\.\w+$/.test(file)) return [];
  return readImports(text).flatMap(({ specifier, line }) => {
    const place = `${file}:${line}`;
    if (!/^[.#]/.test(specifier)) return checkPackage(file, specifier, place);
    if (!/\.(ts|tsx|css|json)$/.test(specifier)) return [`${place}: imports name the file with its ending, not "${specifier}"`];
    if (specifier.startsWith(".."))
      return [`${place}: other folders are imported by #lib/, #components/ or #app/, not by "${specifier}"`].filter(
        () => !isNear(specifier),
      );
    return checkArrow(file, resolveImport(file, specifier), place);
  });
}

/** One step up inside the same room is near enough to be named from here. */
function isNear(specifier: string): boolean {
  return /^\.\.\/[^.]/.test(specifier);
}

function checkPackage(file: string, specifier: string, place: string): string[] {
  const name = Object.keys(homes).find((one) => specifier === one || specifier.startsWith(`${one}/`));
  const home = name === undefined ? undefined : homes[name];
  if (!home || home.test(file) || isTest(file)) return [];
  return [`${place}: ${name} has one home (${home.source}), and this file is not in it`];
}

function checkArrow(file: string, target: string, place: string): string[] {
  const from = roomOf(file);
  const to = roomOf(target);
  if (!from || !to || from === to || /\.(css|json)$/.test(target)) return [];
  const isAllowed =
    from.mayKnow.includes("*") || from.mayKnow.includes(to.name) || (from.mayKnow.includes("*server") && serverRooms.includes(to.name));
  if (isAllowed) return [];
  return [`${place}: "${from.name}" may not know "${to.name}" (${target}); it may know ${from.mayKnow.join(", ") || "nothing but itself"}`];
}

export function resolveImport(file: string, specifier: string): string {
  return specifier.startsWith("#") ? specifier.slice(1) : path.posix.join(path.posix.dirname(file), specifier);
}

function findCycles(tree: SourceTree): string[] {
  const done = new Set<string>();
  const faults: string[] = [];
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) faults.push(`${[...trail.slice(start), file].join(" → ")}: no import cycles`);
    if (start >= 0 || done.has(file)) return;
    for (const { specifier } of readRuntimeImports(tree.get(file) ?? "")) {
      if (/^[.#]/.test(specifier)) visit(resolveImport(file, specifier), [...trail, file]);
    }
    done.add(file);
  };
  for (const file of tree.keys()) visit(file, []);
  return faults;
}

/** Types vanish before anything runs; two files may describe each other. */
function readRuntimeImports(text: string) {
  return readImports(text.replace(/^(import|export) type [^;]*;/gm, ""));
}
