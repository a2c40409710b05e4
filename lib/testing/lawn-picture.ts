/** A built picture whose parts are known to the pixel: sky over a lawn, a red ball, a blue box at the right. */
import { hashPoint } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

export type LawnPart = "sky" | "lawn" | "ball" | "box";

const [width, height] = [192, 128];

export function lawnPartAt(pixel: number): LawnPart {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  if (Math.hypot(x - 72, y - 78) < 20) return "ball";
  if (x >= 122 && x < 152 && y >= 66 && y < 98) return "box";
  return y < 52 ? "sky" : "lawn";
}

const colours: Readonly<Record<LawnPart, readonly [number, number, number]>> = {
  sky: [142, 184, 232],
  lawn: [78, 130, 52],
  ball: [206, 44, 40],
  box: [44, 78, 190],
};

export function drawLawn(): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const part = lawnPartAt(i);
    const speck = (hashPoint(i % width, Math.floor(i / width), 3) - 0.5) * (part === "lawn" ? 44 : 6);
    picture.data.set(
      colours[part].map((value) => value + speck),
      i * 3,
    );
  }
  return picture;
}

/** Mean red, green and blue of a part. */
export function meanOf(picture: Raster, part: LawnPart): readonly [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < width * height; i++) {
    if (lawnPartAt(i) !== part) continue;
    count++;
    for (let c = 0; c < 3; c++) sum[c as 0 | 1 | 2] += picture.data[i * 3 + c] as number;
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
