import type { Sides } from "./viewport.ts";

/** Room that the bars around a canvas take from it stands in its style as padding, beside the bars' own. */
export function readInsets(host: HTMLElement): Sides {
  const style = getComputedStyle(host);
  const read = (side: string) => Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0;
  return { left: read("left"), top: read("top"), right: read("right"), bottom: read("bottom") };
}
