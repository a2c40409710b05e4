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

/** Fades out where it was cut off and does not meet the new picture's own side. */
export function softenCuts(alpha: Plane, { mask, box }: Pick<CutOut, "mask" | "box">, to: Box, ground: Raster): Plane {
  const wasCut = {
    left: box.x <= near * mask.width,
    top: box.y <= near * mask.height,
    right: box.x + box.width >= (1 - near) * mask.width,
    bottom: box.y + box.height >= (1 - near) * mask.height,
  };
  const isBare = {
    left: wasCut.left && to.x > near * ground.width,
    top: wasCut.top && to.y > near * ground.height,
    right: wasCut.right && to.x + to.width < (1 - near) * ground.width,
    bottom: wasCut.bottom && to.y + to.height < (1 - near) * ground.height,
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
