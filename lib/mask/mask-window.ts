/** A grey raster that shows a part of the picture at a scale; the full-size mask is the window of everything at scale 1. */

export interface MaskWindow {
  /** Top left corner in pixels of the picture. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the raster for one pixel of the picture. */
  readonly scale: number;
  /** Size of the raster. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of a raster that changed: left and top belong to it, right and bottom do not. */
export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function wholeWindow(width: number, height: number, scale = 1): MaskWindow {
  return { x: 0, y: 0, scale, width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export function wholePatch({ width, height }: MaskWindow): Patch {
  return { left: 0, top: 0, right: width, bottom: height };
}

export function isEmpty({ left, top, right, bottom }: Patch): boolean {
  return left >= right || top >= bottom;
}

export function joinPatches(one: Patch, other: Patch): Patch {
  if (isEmpty(one)) return other;
  if (isEmpty(other)) return one;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** The pixels a box of real numbers touches, cut to a patch. */
export function patchAround(clip: Patch, left: number, top: number, right: number, bottom: number): Patch {
  return {
    left: Math.max(clip.left, Math.floor(left)),
    top: Math.max(clip.top, Math.floor(top)),
    right: Math.min(clip.right, Math.ceil(right)),
    bottom: Math.min(clip.bottom, Math.ceil(bottom)),
  };
}

export function cutPatch(clip: Patch, { left, top, right, bottom }: Patch): Patch {
  return patchAround(clip, left, top, right, bottom);
}

export const nothing: Patch = { left: 0, top: 0, right: 0, bottom: 0 };
