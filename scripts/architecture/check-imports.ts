/** The rules about who may know whom: rooms, homes of packages, spelling of addresses, cycles. */
import path from "node:path";
import { type ImportLine, readImports } from "./read-imports.ts";
import { homes, type Room, rooms } from "./rooms.ts";

export function roomOf(file: string): Room | undefined {
  return rooms.find((room) => room.holds.test(file));
}

export function resolveImport(file: string, specifier: string): string {
  return specifier.startsWith("#") ? specifier.slice(1) : path.posix.join(path.posix.dirname(file), specifier);
}

export function checkImports(file: string, text: string): readonly string[] {
  return readImports(text).flatMap((line) => {
    const place = `${file}:${line.line}`;
    const { specifier } = line;
    if (!/^[.#]/.test(specifier)) return checkPackage(file, specifier, place);
    return [...checkSpelling(specifier, place), ...checkArrow(file, line, place)];
  });
}

function checkSpelling(specifier: string, place: string): string[] {
  if (!/\.(ts|tsx|css|json|mjs)$/.test(specifier)) return [`${place}: imports name the file with its ending, not "${specifier}"`];
  // One step up is near enough to be named from here.
  if (!/^\.\.\/(\.|.*\/\.\.\/)/.test(specifier)) return [];
  return [`${place}: other folders are imported by #lib/, #components/ or #app/, not by "${specifier}"`];
}

function checkPackage(file: string, specifier: string, place: string): string[] {
  const name = Object.keys(homes).find((one) => specifier === one || specifier.startsWith(`${one}/`));
  const home = name === undefined ? undefined : homes[name];
  if (!home || home.test(file) || roomOf(file)?.isOutside) return [];
  return [`${place}: ${name} has one home (${home.source}), and this file is not in it`];
}

function checkArrow(file: string, { specifier, isType }: ImportLine, place: string): string[] {
  const target = resolveImport(file, specifier);
  const from = roomOf(file);
  const to = roomOf(target);
  if (!from || !to || from === to || from.mayKnow === null || target.endsWith(".json") || target.endsWith(".css")) return [];
  if (from.mayKnow.includes(to.name) || (isType && from.mayKnowTypesOf?.includes(to.name))) return [];
  const types = from.mayKnowTypesOf ? `; of ${from.mayKnowTypesOf.join(", ")} only types` : "";
  const known = from.mayKnow.join(", ") || "nothing but itself";
  return [`${place}: "${from.name}" may not know "${to.name}" (${target}); it may know ${known}${types}`];
}

/** Types vanish before anything runs; two files may describe each other. */
export function findCycles(tree: ReadonlyMap<string, string>): readonly string[] {
  const done = new Set<string>();
  const faults: string[] = [];
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) faults.push(`${[...trail.slice(start), file].join(" → ")}: no import cycles`);
    if (start >= 0 || done.has(file)) return;
    for (const { specifier, isType } of readImports(tree.get(file) ?? "")) {
      if (!isType && /^[.#]/.test(specifier)) visit(resolveImport(file, specifier), [...trail, file]);
    }
    done.add(file);
  };
  for (const file of tree.keys()) visit(file, []);
  return faults;
}
