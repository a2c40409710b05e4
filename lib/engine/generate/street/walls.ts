/** What the houses of a street are faced with: plaster and shutters, timber and lattice, glass over shops. */
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Street, StreetHouse } from "./plan.ts";
import type { Sight } from "./sight.ts";

/** What a spot of a wall is made of, and the light that comes out of it. */
export interface Facing {
  readonly colour: Radiance;
  /** How much of a lit room shows there. */
  lamp: number;
  /** How much of the sky it mirrors. */
  glass: number;
  /** Which room: some are dark. */
  room: number;
}

const glassDark = hex("1a2026");
const plinth = hex("77726a");
const snow = hex("e4e9f0");
const tileDark = hex("3a3d40");
const tileRed = hex("8a4a34");

/** Where on its pane a spot lies: `blur` is what one pixel covers, so that far windows melt into their wall. */
function within(at: number, from: number, to: number, blur: number): number {
  const soft = Math.max(0.012, blur);
  return ramp(from - soft, from + soft, at) * ramp(to + soft, to - soft, at);
}

export function faceWall(out: Facing, street: Street, sight: Sight, noise: NoiseField, blur: number): void {
  const house = sight.house as StreetHouse;
  sight.y = Math.max(0.02, sight.y);
  out.lamp = 0;
  out.glass = 0;
  out.room = 0;
  if (sight.part === "roof") {
    layTiles(out.colour, street, sight, noise, blur);
    if (street.hasSnow) towards(out.colour, snow, 0.9);
    return;
  }
  if (sight.part === "eave") {
    // Round ends of tiles in a row; below, rafters in their own shade.
    const isEdge = sight.y > house.tall;
    set(out.colour, street.kind === "chinese" ? tileDark : tileRed);
    const ends = Math.abs(((sight.z * 3.6) % 1) - 0.5) * 2;
    if (street.hasSnow && isEdge) towards(out.colour, snow, 0.95);
    dim(out.colour, isEdge ? 0.75 + 0.6 * (1 - ends) * ramp(0.3, 0.08, blur) : 0.3 + 0.12 * ends);
    return;
  }
  set(out.colour, house.wall);
  const along = sight.part === "gable" ? sight.deep : sight.z;
  const stain = noise.fractal(along * 0.7 + (house.seed % 97), sight.y * 0.5, 4);
  dim(out.colour, 0.82 + 0.36 * stain - 0.16 * ramp(1.2, 0, sight.y));
  if (sight.part === "gable") return;
  if (street.kind === "chinese") faceTimber(out, house, sight, blur);
  else if (street.kind === "old") facePlaster(out, house, sight, blur);
  else faceGlass(out, house, sight, blur);
}

interface Cell {
  readonly u: number;
  readonly v: number;
  readonly column: number;
  readonly floor: number;
  readonly blurU: number;
  readonly blurV: number;
}

/** Bays and floors; the ground floor is higher. */
function cellOf({ from, to, tall }: StreetHouse, { z, y }: Sight, blur: number, bay: number, storey: number, first: number): Cell {
  const bays = Math.max(1, Math.round((to - from) / bay));
  const across = ((z - from) / (to - from)) * bays;
  const floors = Math.max(1, Math.round((tall - first - 0.4) / storey));
  const high = (tall - first - 0.4) / floors;
  const isGround = y < first;
  const up = isGround ? y / first : (y - first) / high;
  return {
    u: across - Math.floor(across),
    v: isGround ? up : up - Math.floor(up),
    column: Math.floor(across),
    floor: isGround ? 0 : 1 + Math.floor(up),
    blurU: (blur * bays) / (to - from),
    blurV: (blur * 0.12) / (isGround ? first : high),
  };
}

function facePlaster(out: Facing, house: StreetHouse, sight: Sight, blur: number): void {
  const { u, v, column, floor, blurU, blurV } = cellOf(house, sight, blur, 2.3, 2.9, 3.1);
  const { colour } = out;
  const fromEave = house.tall - sight.y;
  if (fromEave < 0.4) {
    dim(colour, fromEave < 0.12 ? 1.15 : 0.72);
    return;
  }
  if (Math.abs(sight.y - 3.1) < 0.09) {
    dim(colour, 1.2);
    return;
  }
  const luck = hashPoint(column, floor, house.seed);
  out.room = luck;
  if (floor === 0) {
    if (sight.y < 0.5) towards(colour, plinth, 0.8);
    const isDoor = luck < 0.34;
    const [low, high] = isDoor ? [-0.1, 0.76] : [0.22, 0.76];
    const frame = within(u, 0.16, 0.84, blurU) * within(v, low, high + 0.05, blurV);
    towards(colour, house.trim, frame);
    const pane = within(u, 0.24, 0.76, blurU) * within(v, isDoor ? 0.5 : low + 0.05, high, blurV);
    openPane(out, pane * within(Math.abs(u - 0.5), 0.018, 0.4, blurU), u, v);
    // An awning over some of the shops.
    if (luck > 0.72) towards(colour, house.trim, 0.9 * within(u, 0.06, 0.94, blurU) * within(v, 0.77, 0.93, blurV));
    return;
  }
  const frame = within(u, 0.29, 0.71, blurU) * within(v, 0.16, 0.84, blurV);
  const shutters = hashPoint(7, 7, house.seed) < 0.6 ? within(Math.abs(u - 0.5), 0.22, 0.38, blurU) * within(v, 0.18, 0.82, blurV) : 0;
  towards(colour, house.trim, shutters * (0.85 + 0.15 * Math.sin(v * 90)));
  towards(colour, hex("e8e2d4"), 0.8 * frame);
  const bars = within(Math.abs(u - 0.5), 0.016, 0.3, blurU) * (1 - within(v, 0.57, 0.6, blurV));
  openPane(out, within(u, 0.32, 0.68, blurU) * within(v, 0.2, 0.81, blurV) * bars, u, v);
}

/** `u`, `v`: where on the pane. Its top lies in the shade of the wall; of a room one sees the lamp's pool, and curtains. */
function openPane(out: Facing, pane: number, u: number, v: number): void {
  towards(out.colour, glassDark, pane);
  const aside = (out.room * 7.3) % 1;
  const pool = Math.exp(-(((u - 0.25 - 0.5 * aside) / 0.42) ** 2) - ((v - 0.62) / 0.4) ** 2);
  const curtain = aside > 0.4 && Math.abs(u - 0.5) > 0.17 ? 0.62 : 1;
  out.lamp = pane * (0.16 + 0.95 * pool) * curtain;
  out.glass = 0.6 * pane * ramp(1, 0.55, v * 0.9);
}

function faceTimber(out: Facing, house: StreetHouse, sight: Sight, blur: number): void {
  const { u, v, column, floor, blurU, blurV } = cellOf(house, sight, blur, floor0(sight) ? 1.5 : 1.9, 2.4, 2.75);
  const { colour } = out;
  out.room = hashPoint(floor === 0 ? Math.floor(column / 3) : column, floor, house.seed);
  const fromEave = house.tall - sight.y;
  if (fromEave < 0.35 || Math.abs(sight.y - 2.75) < 0.14) {
    set(colour, house.trim);
    dim(colour, fromEave < 0.35 ? 0.55 : 0.85);
    return;
  }
  if (floor > 0 && hashPoint(3, 3, house.seed) < 0.25) {
    // White plaster with a small window of wood.
    const small = within(u, 0.3, 0.7, blurU) * within(v, 0.25, 0.75, blurV);
    towards(colour, house.trim, small);
    openPane(out, 0.75 * small * lattice(u, v, 8, 6, blurU), u, v);
    return;
  }
  set(colour, house.trim);
  dim(colour, 0.85 + 0.3 * hashPoint(column, floor, house.seed + 1));
  const post = within(u, 0.05, 0.95, blurU);
  dim(colour, 0.7 + 0.3 * post);
  if (floor === 0 && sight.y < 0.25) {
    towards(colour, plinth, 0.9);
    return;
  }
  // Doors in leaves: lattice with paper behind it above, panels below.
  const screen = post * within(v, floor === 0 ? 0.36 : 0.34, 0.9, blurV);
  openPane(out, 0.85 * screen * lattice(u, v, 8, floor === 0 ? 9 : 6, blurU), u, v);
  const panel = within(u % 0.5, 0.08, 0.42, blurU) * within(v, 0.08, 0.28, blurV);
  dim(colour, 1 - 0.25 * panel);
}

function floor0({ y }: Sight): boolean {
  return y < 2.75;
}

function lattice(u: number, v: number, across: number, up: number, blur: number): number {
  const [a, b] = [Math.abs(((u * across) % 1) - 0.5), Math.abs(((v * up) % 1) - 0.5)];
  const open = ramp(0.46, 0.34, a) * ramp(0.46, 0.34, b);
  return open + (0.55 - open) * Math.min(1, blur * across * 1.4);
}

function faceGlass(out: Facing, house: StreetHouse, sight: Sight, blur: number): void {
  const isBand = hashPoint(5, 5, house.seed) < 0.4;
  const { u, v, column, floor, blurU, blurV } = cellOf(house, sight, blur, isBand ? 3.2 : 2.1, 3.2, 4.6);
  const { colour } = out;
  out.room = hashPoint(floor === 0 ? Math.floor(column / 2) : column, floor, house.seed);
  if (floor === 0) {
    // Shops: a window over a low wall, the board with its name over it.
    out.room *= 0.55;
    const shop = within(u, 0.04, 0.96, blurU) * within(v, 0.1, 0.68, blurV);
    openPane(out, shop, u, v);
    const goods = within(v, 0.1, 0.14 + 0.26 * hashPoint(Math.floor(u * 9), column, house.seed), blurV * 2);
    out.lamp *= 1 - 0.7 * goods * ramp(0.3, 0.1, blurU);
    towards(colour, house.trim, 0.8 * within(v, 0.74, 0.94, blurV));
    return;
  }
  const pane = within(u, isBand ? 0.015 : 0.17, isBand ? 0.985 : 0.83, blurU) * within(v, 0.2, 0.86, blurV);
  // A sill that catches light, bars between the panes.
  dim(colour, 1 + 0.25 * within(v, 0.13, 0.19, blurV));
  const bars = within(Math.abs(((u * (isBand ? 3 : 2)) % 1) - 0.5), -0.5, 0.47, blurU) * (1 - 0.8 * within(v, 0.42, 0.45, blurV));
  openPane(out, pane * bars, u, v);
}

function layTiles(out: Radiance, { kind }: Street, { z, deep }: Sight, noise: NoiseField, blur: number): void {
  set(out, kind === "chinese" ? tileDark : tileRed);
  const row = kind === "chinese" ? z * 4.2 : deep * 4;
  const ridge = 0.5 + 0.5 * Math.cos(row * Math.PI * 2);
  dim(out, 0.8 + 0.35 * noise.fractal(z * 2, deep * 3, 3) - 0.35 * ridge * ramp(0.2, 0.05, blur));
}
