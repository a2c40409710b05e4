/** Built results with a known truth: a photograph edited in parts, then bent as the models bend what they are given. */
import sharp from "sharp";
import { blurRaster } from "#lib/pixels/blur.ts";
import { rgbToLab } from "#lib/pixels/colour.ts";
import { type Placement, readPlaced } from "#lib/pixels/merge/placement.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { bendAsGateway, editAsPeopleDo, type GatewayEdit, gatewayEdits } from "./merge-gateway-cases.ts";
import { paintStyleNamed, styleNames } from "./merge-styles.ts";

export const caseKinds = ["recolour", "faint", "object", "texture", "several", "large", "none", "style"] as const;
/** The harsher series: its own edits, some without any, and its own way back. */
export const gatewayKinds = [...gatewayEdits, "untouched", "styled"] as const;
export type CaseKind = (typeof caseKinds)[number] | (typeof gatewayKinds)[number];

export interface MergeCase {
  readonly kind: CaseKind;
  /** What the model was shown, and the ideal edit of it. */
  readonly picture: Raster;
  readonly ideal: Raster;
  readonly result: Raster;
  /** From places of the picture to places of the result. */
  readonly placement: Placement;
  /** How far the ideal edit is from the picture, ΔE. */
  readonly difference: Float32Array;
}

export async function buildCase(kind: CaseKind, picture: Raster, other: Raster, seed: number): Promise<MergeCase> {
  const random = createRandom(seed * 7919 + 17);
  const isGateway = gatewayKinds.some((name) => name === kind);
  const ideal = isGatewayEdit(kind)
    ? editAsPeopleDo(kind, picture, other, random, seed)
    : kind === "styled"
      ? paintStyleNamed(styleNames[seed % styleNames.length] ?? "sketch", picture, seed)
      : kind === "style"
        ? paintStyle(picture, seed)
        : editParts(kind, picture, other, random, seed);
  const placement = drawPlacement(picture, random);
  const result = await (isGateway ? bendAsGateway(ideal, placement, random) : bend(ideal, placement, random, seed));
  return { kind, picture, ideal, result, placement, difference: differenceOf(picture, ideal) };
}

/** ΔE of every pixel. */
export function differenceOf(picture: Raster, ideal: Raster): Float32Array {
  return Float32Array.from({ length: picture.width * picture.height }, (_, pixel) => deltaE(picture, ideal, pixel));
}

function isGatewayEdit(kind: CaseKind): kind is GatewayEdit {
  return gatewayEdits.some((name) => name === kind);
}

function drawPlacement({ width, height }: Raster, random: Random): Placement {
  const zoom = 1 + (random() * 2 - 1) * 0.04;
  const stretch = 1 + (random() * 2 - 1) * 0.003;
  const [x, y] = [(random() * 2 - 1) * 24, (random() * 2 - 1) * 24];
  const [scaleX, scaleY] = [zoom * stretch, zoom / stretch];
  return { scaleX, shiftX: x + ((1 - scaleX) * width) / 2, scaleY, shiftY: y + ((1 - scaleY) * height) / 2 };
}

/** Blobs with wavy rims that cover the wanted share. */
function drawBlobs(width: number, height: number, share: number, count: number, random: Random, seed: number): Float32Array {
  const mask = new Float32Array(width * height);
  const radius = Math.sqrt((share * width * height) / count / Math.PI);
  for (let n = 0; n < count; n++) {
    const [cx, cy] = [width * (0.2 + 0.6 * random()), height * (0.2 + 0.6 * random())];
    const squash = 0.75 + 0.5 * random();
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const wave = 0.75 + 0.5 * fractalNoise((x / radius) * 1.2, (y / radius) * 1.2, seed + n, 2);
        const distance = Math.hypot((x - cx) * squash, (y - cy) / squash) / (radius * wave);
        const value = Math.max(0, Math.min(1, (1 - distance) * (radius / 3)));
        mask[y * width + x] = Math.max(mask[y * width + x] as number, value);
      }
    }
  }
  return mask;
}

function editParts(kind: CaseKind, picture: Raster, other: Raster, random: Random, seed: number): Raster {
  const { width, height } = picture;
  const data = Uint8ClampedArray.from(picture.data);
  if (kind === "none" || kind === "untouched") return { ...picture, data };
  const share = kind === "large" ? 0.22 + 0.06 * random() : kind === "several" ? 0.08 : 0.02 + 0.12 * random();
  const mask = drawBlobs(width, height, share, kind === "several" ? 5 : 1, random, seed);
  const [hue, sign] = [random() * 2 * Math.PI, random() < 0.5 ? -1 : 1];
  const strength = kind === "faint" ? 14 : 45;
  const push = [Math.cos(hue) * strength, Math.cos(hue + 2.1) * strength, Math.cos(hue + 4.2) * strength];
  const paint = [random() * 255, random() * 255, random() * 255];
  for (let i = 0; i < mask.length; i++) {
    const m = mask[i] as number;
    if (m === 0) continue;
    for (let c = 0; c < 3; c++) {
      const own = picture.data[i * 3 + c] as number;
      const foreign = other.data[i * 3 + c] as number;
      const shaded = (paint[c] as number) * 0.7 + 0.3 * (own + 60 * (fractalNoise((i % width) / 40, i / width / 40, seed, 3) - 0.5));
      const recoloured = own + (push[c] as number) + sign * strength * 0.3;
      const edited = kind === "recolour" || kind === "faint" ? recoloured : kind === "object" || kind === "several" ? shaded : foreign;
      data[i * 3 + c] = own + m * (edited - own);
    }
  }
  return { ...picture, data };
}

function paintStyle(picture: Raster, seed: number): Raster {
  const soft = blurRaster(picture, 4);
  const style = seed % 5;
  const data = Uint8ClampedArray.from(picture.data, (value, i) => {
    const [blurred, at] = [soft.data[i] as number, i - (i % 3)];
    const light = 0.3 * (soft.data[at] as number) + 0.59 * (soft.data[at + 1] as number) + 0.11 * (soft.data[at + 2] as number);
    const grain = 40 * (fractalNoise(((i / 3) % picture.width) / 6, i / 3 / picture.width / 3, seed, 2) - 0.5);
    if (style === 0) return 255 - Math.abs(value - blurred) * 8;
    if (style === 1) return Math.round(blurred / 48) * 48 + grain;
    if (style === 2) return light * ([1.1, 0.95, 0.6][i % 3] as number) + grain;
    if (style === 3) return blurred * 0.5 + ([10, 20, 70][i % 3] as number);
    return 255 - value;
  });
  return { ...picture, data };
}

async function bend(ideal: Raster, placement: Placement, random: Random, seed: number): Promise<Raster> {
  const { width, height } = ideal;
  const soft = blurRaster(ideal, 0.5 + 0.5 * random());
  const inverse: Placement = {
    scaleX: 1 / placement.scaleX,
    shiftX: -placement.shiftX / placement.scaleX,
    scaleY: 1 / placement.scaleY,
    shiftY: -placement.shiftY / placement.scaleY,
  };
  const moved = readPlaced(soft, 3, inverse);
  const gains = [0, 1, 2].map(() => 1 + (random() * 2 - 1) * 0.06);
  const offsets = [0, 1, 2].map(() => (random() * 2 - 1) * 10);
  const slopes = [0, 1, 2].map(() => (random() * 2 - 1) * 6);
  const leak = (random() * 2 - 1) * 0.03;
  const bent = new Uint8ClampedArray(moved.length);
  for (let i = 0; i < moved.length; i++) {
    const c = i % 3;
    const [x, y] = [((i / 3) | 0) % width, Math.floor(i / 3 / width)];
    const drift = (slopes[c] as number) * Math.sin((2.2 * x) / width + (1.4 * y) / height + seed);
    const next = moved[i - c + ((c + 1) % 3)] as number;
    bent[i] = (moved[i] as number) * ((gains[c] as number) - leak) + leak * next + (offsets[c] as number) + drift + (random() - 0.5) * 4;
  }
  const encoded = await sharp(bent, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: Math.round(82 + 14 * random()) })
    .toBuffer();
  const { data } = await sharp(encoded).raw().toBuffer({ resolveWithObject: true });
  return { width, height, channels: 3, data };
}

export function deltaE(a: Raster, b: Raster, pixel: number): number {
  const at = pixel * 3;
  const first = rgbToLab(a.data[at] as number, a.data[at + 1] as number, a.data[at + 2] as number);
  const second = rgbToLab(b.data[at] as number, b.data[at + 1] as number, b.data[at + 2] as number);
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}
