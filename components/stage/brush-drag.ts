/** Alt and a drag with the right button: across for the brush's size, so that its rim follows the hand, up and down for hardness. */
import type { Drag } from "#components/ui/pointer-hands.ts";
import { maxSize, minSize, type ToolSettings } from "./tool-settings.ts";

const pixelsForAllHardness = 200;

export type BrushChange = Partial<Pick<ToolSettings, "size" | "hardness">>;

export function dragBrush({ size, hardness }: ToolSettings, zoom: number, change: (brush: BrushChange) => void): Drag {
  let [wishedSize, wishedHardness] = [size, hardness];
  return (from, to) => {
    wishedSize = clamp(wishedSize + (2 * (to.x - from.x)) / zoom, minSize, maxSize);
    wishedHardness = clamp(wishedHardness + (to.y - from.y) / pixelsForAllHardness, 0, 1);
    change({ size: Math.round(wishedSize), hardness: Math.round(wishedHardness * 100) / 100 });
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
