/** Scenes that are hard to lay on each other, drawn: what repeats, what is nearly even, what is nearly black or white. */
import { fractalNoise } from "#lib/pixels/noise.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

type Rgb = readonly [red: number, green: number, blue: number];
/** x and y in pixels of about a megapixel. */
type Painter = (x: number, y: number) => Rgb;

const grey = (value: number): Rgb => [value, value, value];
const noise = (x: number, y: number, side: number, seed: number, octaves = 3) => fractalNoise(x / side, y / side, seed, octaves) - 0.5;
/** The same for the same whole numbers, 0 … 1. */
const chance = (a: number, b: number) => {
  const value = Math.sin(a * 127.1 + b * 311.7) * 43_758.545;
  return value - Math.floor(value);
};
const mixed = (one: Rgb, other: Rgb, share: number): Rgb => {
  const t = Math.max(0, Math.min(1, share));
  return [one[0] + (other[0] - one[0]) * t, one[1] + (other[1] - one[1]) * t, one[2] + (other[2] - one[2]) * t];
};

export const scenes: Readonly<Record<string, Painter>> = {
  paper: (x, y) => {
    const [line, letter] = [Math.floor(y / 22), Math.floor(x / 9)];
    const isInk = y % 22 > 6 && y % 22 < 17 && chance(line, letter) > 0.2 && chance(Math.floor(x / 3) * 7 + line, Math.floor(y / 3)) > 0.45;
    return isInk && x > 80 && y > 90 ? grey(35) : mixed([244, 240, 230], [232, 226, 212], 0.5 + noise(x, y, 60, 2));
  },
  night: (x, y) => {
    const [column, row] = [Math.floor(x / 26), Math.floor(y / 30)];
    const isWindow = y > 340 + 160 * chance(Math.floor(x / 130), 3) && x % 26 > 8 && y % 30 > 12;
    if (isWindow && chance(column, row) > 0.62) return [235, 190 - 60 * chance(row, column), 90];
    return y > 340 + 160 * chance(Math.floor(x / 130), 3) ? grey(9 + 8 * noise(x, y, 8, 4)) : mixed([8, 10, 26], [26, 24, 44], y / 500);
  },
  grass: (x, y) => {
    const blade = noise(x + 6 * noise(x, y, 60, 7), y / 7, 5, 6, 4) + 0.5;
    return mixed([28, 62, 16], [150, 196, 74], 1.7 * blade - 0.35);
  },
  portrait: (x, y) => {
    const far = Math.hypot((x - 540) / 300, (y - 470) / 380);
    const eye = Math.min(Math.hypot(x - 440, (y - 420) * 1.6), Math.hypot(x - 640, (y - 420) * 1.6));
    if (eye < 26) return mixed([20, 14, 12], [214, 200, 190], (eye - 12) / 10);
    const skin = mixed([236, 190, 164], [150, 96, 74], far * 0.9 + 0.12 * noise(x, y, 3, 9, 2));
    return far < 1 ? skin : mixed([70, 74, 92], [40, 42, 58], far - 1 + noise(x, y, 300, 8));
  },
  bricks: (x, y) => {
    const row = Math.floor(y / 32);
    const place = x + (row % 2) * 36;
    const isMortar = y % 32 < 4 || place % 72 < 4;
    const tone = chance(row, Math.floor(place / 72));
    const rough = 26 * noise(x, y, 4, 5, 3);
    return isMortar ? grey(176 + rough) : [150 + 36 * tone + rough, 74 + 20 * tone + rough, 58 + rough];
  },
  sky: (x, y) => mixed(mixed([92, 146, 214], [186, 214, 240], y / 1000), [236, 240, 246], 2.2 * noise(x, y, 340, 12, 4) - 0.2),
  water: (x, y) => {
    const wave = Math.sin(y / 7 + 5 * noise(x, y, 120, 3) + Math.sin(x / 60)) + 1.4 * noise(x / 3, y, 6, 4);
    return mixed([14, 62, 92], [126, 178, 196], 0.5 + 0.32 * wave);
  },
  weave: (x, y) => {
    const over = (Math.floor(x / 4) + Math.floor(y / 4)) % 2 === 0;
    const thread = over ? Math.sin((x % 4) * 0.785) : Math.sin((y % 4) * 0.785);
    return mixed([70, 60, 96], [176, 160, 196], 0.25 + 0.45 * thread + 0.5 * noise(x, y, 90, 6));
  },
  snow: (x, y) => {
    const isTrack = Math.hypot(((x + y * 0.3) % 170) - 85, (y % 120) - 60) < 17;
    return isTrack ? [196, 204, 222] : mixed([255, 255, 255], [236, 241, 250], 2.4 * noise(x, y, 130, 15, 4));
  },
  tiles: (x, y) => {
    const isDark = (Math.floor(x / 64) + Math.floor(y / 64)) % 2 === 0;
    const isGap = x % 64 < 2 || y % 64 < 2;
    return isGap ? grey(120) : mixed(isDark ? [36, 40, 44] : [222, 218, 210], grey(128), 0.3 * noise(x, y, 26, 18));
  },
};

export function drawScene(name: string, width: number, height: number): Raster {
  const paint = scenes[name];
  if (!paint) throw new Error(`Expected one of ${Object.keys(scenes).join(", ")} for a scene but received ${name}`);
  const raster = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raster.data.set(paint(x, y).map(Math.round), (y * width + x) * 3);
  return raster;
}
