/** The holes the fill is measured on: an object of about 8 %, scratches, and a strip at the border as "expand" makes it. */
import { createRandom } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

export const maskKinds = ["object", "scratches", "border"] as const;
export type MaskKind = (typeof maskKinds)[number];

export function drawMask(kind: MaskKind, width: number, height: number, seed: number): Raster {
  const mask = newRaster(width, height, 1);
  const random = createRandom(seed * 31 + 7);
  if (kind === "object") drawObject(mask, random);
  else if (kind === "scratches") for (let n = 0; n < 6; n++) drawScratch(mask, random);
  else {
    const side = seed % 4;
    const deep = 0.14 * (side % 2 === 0 ? width : height);
    fillWhere(mask, (x, y) => [x, y, width - 1 - x, height - 1 - y][side] as number, deep);
  }
  return mask;
}

/** A round shape with lobes, somewhere in the middle. */
function drawObject(mask: Raster, random: () => number): void {
  const { width, height } = mask;
  const radius = Math.sqrt((0.08 * width * height) / Math.PI);
  const [cx, cy] = [width * (0.35 + 0.3 * random()), height * (0.4 + 0.2 * random())];
  const lobes = Array.from({ length: 4 }, (_, n) => ({ n: n + 2, size: 0.14 * random(), turn: 6.28 * random() }));
  const stretch = 0.8 + 0.4 * random();
  fillWhere(
    mask,
    (x, y) => {
      const [dx, dy] = [(x - cx) / stretch, (y - cy) * stretch];
      const angle = Math.atan2(dy, dx);
      return Math.hypot(dx, dy) / (1 + lobes.reduce((sum, { n, size, turn }) => sum + size * Math.sin(n * angle + turn), 0));
    },
    radius,
  );
}

function drawScratch(mask: Raster, random: () => number): void {
  const { width, height } = mask;
  const thick = (1.5 + 1.5 * random()) * (width / 768);
  let [x, y, angle] = [random() * width, random() * height, random() * 6.28];
  for (let step = 0; step < 0.6 * width; step++) {
    angle += (random() - 0.5) * 0.08;
    x += Math.cos(angle);
    y += Math.sin(angle);
    const reach = Math.ceil(thick);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const [px, py] = [Math.round(x) + dx, Math.round(y) + dy];
        if (px < 0 || py < 0 || px >= width || py >= height || Math.hypot(dx, dy) > thick) continue;
        mask.data[py * width + px] = 255;
      }
    }
  }
}

function fillWhere(mask: Raster, distance: (x: number, y: number) => number, limit: number): void {
  for (let i = 0; i < mask.data.length; i++) {
    if (distance(i % mask.width, Math.floor(i / mask.width)) < limit) mask.data[i] = 255;
  }
}
