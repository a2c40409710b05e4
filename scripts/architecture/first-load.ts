/** What a first visit brings along: all that is imported from where a page begins, unless it is asked for later. */
import { resolveImport } from "./check-imports.ts";
import type { SourceTree } from "./check-tree.ts";
import { readImports } from "./read-imports.ts";

/** The studio's room is asked for by its page at once. */
export const firstLoads = ["components/desk/desk.tsx", "components/studio/studio.tsx", "components/studio/studio-room.tsx"];

/** What draws, reads or selects pixels, and the packages for it: whoever comes to look does not need it, and whoever works waits for it once. */
const comesLater = [
  /^lib\/pixels\//,
  /^lib\/mask\/(rasterise|packed-mask|incremental-mask|painted-bounds|png-band|stroke-.*|draw-.*)\.ts$/,
  /^components\/stage\/(mask-stage\.tsx|canvas-stage\.ts|painter\.ts|.*-worker\.ts)$/,
  /^components\/review\/keep\/keep-(stage|canvas)\./,
  /^(konva|react-dropzone|zod|sharp|uqr)($|\/)/,
];

/** Each as the way it is reached, so that one sees which arrow to cut. */
export function findHeavyFirstLoads(tree: SourceTree, entries: readonly string[] = firstLoads): readonly string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  const visit = (place: string, trail: readonly string[]) => {
    if (seen.has(place)) return;
    seen.add(place);
    const way = [...trail, place];
    if (comesLater.some((later) => later.test(place))) faults.push(way.join(" → "));
    for (const { specifier, isType, isLater } of readImports(tree.get(place) ?? "")) {
      if (isType || isLater) continue;
      visit(/^[.#]/.test(specifier) ? resolveImport(place, specifier) : specifier, way);
    }
  };
  for (const entry of entries) visit(entry, []);
  return faults;
}
