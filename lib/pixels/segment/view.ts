/** A picture made small enough to be looked at as a whole: its colours in Lab and how busy each place is. */
import { rgbToHsl, rgbToLab } from "../colour.ts";
import { slopes } from "../edges.ts";
import { lumaPlane, type Plane } from "../plane.ts";
import type { Raster } from "../raster.ts";
import { resize, resizeSlowly } from "../resample.ts";
import { part, type Work } from "../work.ts";
import { focusOf, focusSide } from "./focus.ts";

export interface View {
  /** What is looked at. */
  readonly source: Raster;
  readonly width: number;
  readonly height: number;
  readonly raster: Raster;
  /** Larger than the view, where the picture is. */
  readonly middle: Raster;
  /** Three a pixel. */
  readonly lab: Float32Array;
  /** Degrees, as HSL has them: Lab's hues put blue beside purple. */
  readonly hue: Float32Array;
  readonly chroma: Float32Array;
  /** Levels a pixel. */
  readonly slope: Plane;
  /** −1 blurred, 1 sharp, 0 where nothing tells; looked for when it is first asked for. */
  readonly focus: () => Plane;
}

const viewSide = 224;
/** A picture is gone through once, however many look at it; nobody changes one that others may have seen. */
const seen = new WeakMap<Raster, Map<number, View>>();

/** Pauses, and says 0 throughout: whoever looks has only begun. */
export function* lookAt(source: Raster, side = viewSide): Work<View> {
  const ofSource = seen.get(source) ?? new Map<number, View>();
  const known = ofSource.get(side);
  if (known !== undefined) return known;
  const view = yield* newView(source, side);
  seen.set(source, ofSource.set(side, view));
  return view;
}

function* newView(source: Raster, side: number): Work<View> {
  const [width, height] = sizeWithin(source, side);
  // What shows a large picture's focus is kept for the view itself.
  const middle = yield* part(resizeSlowly(source, ...sizeWithin(source, focusSide), "area"), 0, 0);
  const raster = resize(middle, width, height, "area");
  const pixels = width * height;
  const [lab, hue, chroma] = [new Float32Array(pixels * 3), new Float32Array(pixels), new Float32Array(pixels)];
  for (let i = 0; i < pixels; i++) {
    const at = i * raster.channels;
    const last = raster.channels === 1 ? 0 : 1;
    const [red, green, blue] = [raster.data[at] as number, raster.data[at + last] as number, raster.data[at + 2 * last] as number];
    const own = rgbToLab(red, green, blue);
    lab.set(own, i * 3);
    hue[i] = rgbToHsl(red, green, blue)[0];
    chroma[i] = Math.hypot(own[1], own[2]);
  }
  let focus: Plane | undefined;
  return {
    ...{ source, width, height, raster, middle, lab, hue, chroma },
    slope: slopes(lumaPlane(raster)),
    focus: () => {
      focus ??= focusOf(middle, width, height);
      return focus;
    },
  };
}

function sizeWithin({ width, height }: Raster, side: number): readonly [width: number, height: number] {
  const scale = Math.min(1, side / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}
