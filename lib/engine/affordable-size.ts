/**
 * How large a picture an instruction can be carried out on while somebody waits. What looks at one pixel at a time takes a
 * photograph as it is; what looks around each pixel takes a smaller copy, and painting anew a smaller one still.
 */
import type { FilterName, LookName, Operation, Step } from "./instructions/operation.ts";

export const mostPixels = { pointwise: 26_000_000, around: 8_000_000, painted: 3_000_000 } as const;
type Effort = keyof typeof mostPixels;

const pointwiseLooks: ReadonlySet<LookName> = new Set<LookName>([
  ...(["black and white", "sepia", "inverted colours", "vintage", "faded", "high-key", "low-key", "cinematic"] as const),
  ...(["autumn", "summer", "spring", "pastel colours"] as const),
]);
const pointwiseFilters: ReadonlySet<FilterName> = new Set<FilterName>(["vignette", "white balance", "automatic levels", "posterising"]);
const pointwiseKinds: ReadonlySet<Operation["kind"]> = new Set<Operation["kind"]>([
  ...(["tint", "duotone", "split tone", "rotate", "mirror", "crop", "zoom", "enlarge", "border", "gradient", "text"] as const),
]);

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** The largest size of this shape on which all steps are affordable; the picture's own where that is. */
export function affordableSize({ width, height }: Sized, steps: readonly Step[]): Sized {
  const most = Math.min(...steps.map((step) => mostPixels[effortOf(step)]), mostPixels.pointwise);
  if (width * height <= most) return { width, height };
  const scale = Math.sqrt(most / (width * height));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

function effortOf({ operation, place, except }: Step): Effort {
  if (operation.kind === "style" || operation.kind === "remove") return "painted";
  // To find a place, the whole picture is looked at.
  if (place !== undefined || except.length > 0) return "around";
  return isPointwise(operation) ? "pointwise" : "around";
}

function isPointwise(operation: Operation): boolean {
  if (operation.kind === "tone") return operation.name !== "clarity" && operation.name !== "shadows" && operation.name !== "highlights";
  if (operation.kind === "look") return pointwiseLooks.has(operation.name);
  if (operation.kind === "filter") return pointwiseFilters.has(operation.name);
  return pointwiseKinds.has(operation.kind);
}
