/**
 * A second, harsher series of built results: the edits lie anywhere and look like edits (objects with shadows, recoloured
 * things, what was removed, lettering), and the way back bends tones, sharpens or softens, invents texture, frames what was
 * moved in with a border, and encodes with loss as gateways do.
 */
import sharp from "sharp";
import { blurRaster } from "#lib/pixels/blur.ts";
import { hslToRgb, rgbToHsl } from "#lib/pixels/colour.ts";
import { type Placement, readPlaced } from "#lib/pixels/merge/placement.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import type { Random } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";

export const gatewayEdits = ["thing", "shadowed", "removed", "lettering", "swapped", "third", "tiny"] as const;
export type GatewayEdit = (typeof gatewayEdits)[number];

const shares: Readonly<Record<GatewayEdit, readonly [least: number, most: number]>> = {
  thing: [0.04, 0.15],
  shadowed: [0.03, 0.12],
  removed: [0.02, 0.1],
  lettering: [0.05, 0.1],
  swapped: [0.05, 0.19],
  third: [0.25, 0.3],
  tiny: [0.004, 0.01],
};

export function editAsPeopleDo(kind: GatewayEdit, picture: Raster, other: Raster, random: Random, seed: number): Raster {
  const { width, height } = picture;
  const [least, most] = shares[kind];
  const mask = drawShape(kind, picture, least + (most - least) * random(), random, seed);
  const shade = kind === "shadowed" ? shadowOf(mask, width, height) : null;
  const soft = kind === "removed" ? blurRaster(picture, 40) : picture;
  const turn = 60 + 240 * random();
  const paint = [random() * 255, random() * 255, random() * 255];
  const data = Uint8ClampedArray.from(picture.data);
  for (let pixel = 0; pixel < mask.length; pixel++) {
    const at = pixel * 3;
    const dark = shade ? 1 - 0.45 * (shade[pixel] as number) : 1;
    const m = mask[pixel] as number;
    if (m === 0 && dark > 0.999) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const grain = 24 * (fractalNoise(x / 5, y / 5, seed + 3, 3) - 0.5);
    const light = 0.8 + 0.5 * fractalNoise(x / 90, y / 90, seed + 5, 2);
    const turned = kind === "thing" ? turnHue(picture, at, turn) : null;
    for (let c = 0; c < 3; c++) {
      const own = picture.data[at + c] as number;
      const edited =
        kind === "thing"
          ? (turned?.[c] as number)
          : kind === "removed"
            ? (soft.data[at + c] as number) + grain
            : kind === "swapped" || kind === "third"
              ? (other.data[at + c] as number)
              : kind === "lettering"
                ? (paint[c] as number)
                : (paint[c] as number) * light + grain;
      data[at + c] = own * dark + m * (edited - own * dark);
    }
  }
  return { ...picture, data };
}

function turnHue(picture: Raster, at: number, turn: number) {
  const [hue, saturation, lightness] = rgbToHsl(picture.data[at] as number, picture.data[at + 1] as number, picture.data[at + 2] as number);
  return hslToRgb(hue + turn, Math.min(1, 0.35 + saturation), lightness);
}

/** A wavy blob or a slanted box, anywhere, also over the border; lettering is a row of bars. */
function drawShape(kind: GatewayEdit, { width, height }: Raster, share: number, random: Random, seed: number): Float32Array {
  const mask = new Float32Array(width * height);
  const radius = Math.sqrt((share * width * height) / Math.PI);
  const isWide = kind === "third";
  const margin = isWide ? 0.3 : 0.08;
  const [cx, cy] = [width * (margin + (1 - 2 * margin) * random()), height * (margin + (1 - 2 * margin) * random())];
  const [angle, squash, isBox] = [random() * Math.PI, 0.7 + 0.6 * random(), random() < 0.35];
  const rim = 1 + 3 * random();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = ((x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle)) * squash;
      const v = ((y - cy) * Math.cos(angle) - (x - cx) * Math.sin(angle)) / squash;
      const wave = 0.75 + 0.5 * fractalNoise((x / radius) * 1.6, (y / radius) * 1.6, seed, 3);
      const far = isBox ? Math.max(Math.abs(u), Math.abs(v)) / (radius * 0.88) : Math.hypot(u, v) / (radius * wave);
      let value = Math.max(0, Math.min(1, ((1 - far) * radius) / rim + 0.5));
      if (kind === "lettering" && (Math.abs(u) % 22 > 9 || Math.abs(v) % 60 > 44)) value = 0;
      mask[y * width + x] = value;
    }
  }
  return mask;
}

/** Soft, below and beside. */
function shadowOf(mask: Float32Array, width: number, height: number): Float32Array {
  const moved = new Uint8ClampedArray(width * height * 3);
  const [dx, dy] = [18, 26];
  for (let y = dy; y < height; y++)
    for (let x = dx; x < width; x++)
      moved.fill(255 * (mask[(y - dy) * width + x - dx] as number), (y * width + x) * 3, (y * width + x) * 3 + 3);
  const soft = blurRaster({ width, height, channels: 3, data: moved }, 9);
  return Float32Array.from({ length: mask.length }, (_, i) => (soft.data[i * 3] as number) / 255);
}

/** The way back from a gateway: what every one of them does to all of the picture. */
export async function bendAsGateway(ideal: Raster, placement: Placement, random: Random): Promise<Raster> {
  const { width, height } = ideal;
  const toned = bendTones(retexture(ideal, random), random);
  const moved = readPlaced(toned, 3, {
    scaleX: 1 / placement.scaleX,
    shiftX: -placement.shiftX / placement.scaleX,
    scaleY: 1 / placement.scaleY,
    shiftY: -placement.shiftY / placement.scaleY,
  });
  const framed = frameBorder(moved, width, height, placement, random);
  const input = sharp(framed, { raw: { width, height, channels: 3 } });
  const [format, quality] = [random(), Math.round(76 + 18 * random())];
  const encoded = format < 0.4 ? input.webp({ quality }) : format < 0.8 ? input.jpeg({ quality }) : input.png();
  const { data } = await sharp(await encoded.toBuffer())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, channels: 3, data };
}

/** Softer or sharper, and with fine texture that was made up where there is texture. */
function retexture(source: Raster, random: Random): Raster {
  const [soft, softer] = [blurRaster(source, 0.5 + 0.4 * random()), blurRaster(source, 2)];
  const [keep, made] = [0.55 + 0.75 * random(), 0.1 + 0.25 * random()];
  const grain = new Uint8ClampedArray(source.data.length);
  for (let i = 0; i < grain.length; i++) grain[i] = 128 + 80 * (random() + random() - 1);
  const smooth = blurRaster({ ...source, data: grain }, 0.8);
  const data = Uint8ClampedArray.from(source.data, (_, i) => {
    const [fine, slow] = [soft.data[i] as number, softer.data[i] as number];
    const contrast = Math.abs((source.data[i] as number) - slow) + 1.5;
    return slow + (fine - slow) * keep + made * contrast * (((smooth.data[i] as number) - 128) / 16);
  });
  return { ...source, data };
}

/** Gamma, contrast, saturation, a cast, and light that falls off somewhere else. */
function bendTones({ width, height, data }: Raster, random: Random): Raster {
  const spread = (amount: number) => (random() * 2 - 1) * amount;
  const gamma = 1 + spread(0.07);
  const [contrast, saturation, fall] = [1 + spread(0.06), 1 + spread(0.1), spread(0.05)];
  const [cx, cy] = [random(), random()];
  const cast = [0, 1, 2].map(() => ({ gain: 1 + spread(0.05), offset: spread(7) }));
  const bent = new Uint8ClampedArray(data.length);
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += 3) {
    const light = 0.3 * (data[at] as number) + 0.59 * (data[at + 1] as number) + 0.11 * (data[at + 2] as number);
    const far = Math.hypot((pixel % width) / width - cx, Math.floor(pixel / width) / height - cy);
    for (let c = 0; c < 3; c++) {
      const coloured = Math.max(0, light + ((data[at + c] as number) - light) * saturation);
      const curved = 255 * (coloured / 255) ** gamma;
      const { gain, offset } = cast[c] as { gain: number; offset: number };
      bent[at + c] = (128 + (curved - 128) * contrast) * gain * (1 + fall * far) + offset;
    }
  }
  return { width, height, channels: 3, data: bent };
}

/** What lies beyond the picture is black, white, grey or goes on. */
function frameBorder(moved: Float32Array, width: number, height: number, placement: Placement, random: Random): Uint8ClampedArray {
  const data = Uint8ClampedArray.from(moved);
  const kind = Math.floor(random() * 5);
  const paint = [0, 255, 128][kind];
  if (paint === undefined) return data;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [(x - placement.shiftX) / placement.scaleX, (y - placement.shiftY) / placement.scaleY];
      if (u < -0.5 || v < -0.5 || u > width - 0.5 || v > height - 0.5) data.fill(paint, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return data;
}
