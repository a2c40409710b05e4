/** What a cut-out lost at the sides of its own picture: it ends there in a straight line, which no side of the new picture explains. */
import type { Box } from "#lib/pixels/crop.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { CutOut } from "./cut-subject.ts";

/** Of the cut-out's smaller side. */
const reach = 0.12;
/** A side this near to a border is at it. */
const near = 0.01;

type Sides = Readonly<Record<"left" | "top" | "right" | "bottom", boolean>>;

/** At which sides of its own picture a thing ends. */
export function cutSidesOf({ mask, box }: Pick<CutOut, "mask" | "box">): Sides {
  return sidesMet(box, mask);
}

function sidesMet({ x, y, width, height }: Box, picture: Pick<Raster, "width" | "height">): Sides {
  return {
    left: x <= near * picture.width,
    top: y <= near * picture.height,
    right: x + width >= (1 - near) * picture.width,
    bottom: y + height >= (1 - near) * picture.height,
  };
}

/** Fades out where it was cut off and does not meet the new picture's own side. */
export function softenCuts(alpha: Plane, cut: Pick<CutOut, "mask" | "box">, to: Box, ground: Raster): Plane {
  const [wasCut, meets] = [cutSidesOf(cut), sidesMet(to, ground)];
  const isBare = {
    left: wasCut.left && !meets.left,
    top: wasCut.top && !meets.top,
    right: wasCut.right && !meets.right,
    bottom: wasCut.bottom && !meets.bottom,
  };
  if (!Object.values(isBare).some(Boolean)) return alpha;
  const { width, height } = alpha;
  const soft = Math.max(2, reach * Math.min(width, height));
  const data = alpha.data.slice();
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const left = isBare.left ? ramp(x, 0, soft) : 1;
    const right = isBare.right ? ramp(width - 1 - x, 0, soft) : 1;
    const top = isBare.top ? ramp(y, 0, soft) : 1;
    const bottom = isBare.bottom ? ramp(height - 1 - y, 0, soft) : 1;
    data[i] = (data[i] as number) * left * right * top * bottom;
  }
  return { ...alpha, data };
}
