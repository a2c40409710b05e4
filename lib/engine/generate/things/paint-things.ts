/** Sets single things into a scene: some stand on the ground, some float, some hover. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Place } from "../find-place.ts";
import type { Land } from "../lands/ground.ts";
import { riverHalf, riverOf } from "../lands/hills.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Canvas, Painting } from "../light/canvas.ts";
import { type Light, lit } from "../light/palettes.ts";
import type { Scene, ThingName } from "../scene.ts";
import { isOutline, isStreet, isVillage, isWoods } from "../words/setting-of.ts";
import { paintBareTree } from "./bare-tree.ts";
import { beasts } from "./beasts.ts";
import { bridges } from "./bridges.ts";
import { buildings } from "./buildings.ts";
import { paintCampfire, paintTent } from "./camp.ts";
import { emblems } from "./emblems.ts";
import { mills } from "./mills.ts";
import { onShore } from "./on-shore.ts";
import { plants } from "./plants.ts";
import type { Painters, Stand } from "./spot.ts";
import { newSheet, setIn } from "./sprite.ts";
import { aircraft, vehicles } from "./vehicles.ts";

const painters: Painters = {
  "bare tree": paintBareTree,
  ...beasts,
  ...buildings,
  ...plants,
  ...vehicles,
  ...emblems,
  ...aircraft,
  ...mills,
  ...bridges,
  tent: paintTent,
  campfire: paintCampfire,
};
const afloat: readonly ThingName[] = ["boat", "lighthouse"];
const hovering: readonly ThingName[] = ["balloon", "birds", "heart", "lantern", "rocket"];

/** What a town by the water has anyway. */
const inTowns: readonly ThingName[] = ["bridge", "house", "lantern", "tree"];

/** Their own light is what is seen of them. */
const shining: readonly ThingName[] = ["campfire", "lantern"];

export function* paintThings(canvas: Canvas, scene: Scene, light: Light, place: Place): Painting {
  const random = createRandom(scene.seed + 23);
  // A colour that was not said of any one thing goes to the first.
  const isSaid = Object.values(scene.colours).some((colour) => colour !== undefined);
  // A wood has its trees already.
  const isWooded =
    place.groves.length > 0 &&
    scene.counts.tree === undefined &&
    (scene.many.includes("tree") || scene.setting === "snow" || place.water !== undefined);
  const isPainted = (name: ThingName): boolean =>
    (name === "house" && isVillage(scene)) ||
    (name === "tree" && (isWooded || isWoods(scene))) ||
    ((scene.setting === "water town" || isStreet(scene)) && inTowns.includes(name));
  const standing = scene.things.filter((name) => painters[name] !== undefined && name !== "cake" && !isPainted(name));
  for (const [n, name] of standing.entries()) {
    const isAloft = hovering.includes(name);
    const said = name === "birds" ? undefined : scene.counts[name];
    const count = said ?? (scene.many.includes(name) ? 4 : 1);
    const lane = (n + 1) / (standing.length + 1);
    const slots = said === undefined || said === 1 ? undefined : slotsFor(said, random);
    for (let copy = count - 1; copy >= 0; copy--) {
      yield;
      const free = slots?.[copy] ?? (copy === 0 ? undefined : 0.08 + 0.84 * random());
      const palm = slots === undefined && count > 1 && name === "palm" && scene.setting === "sea" ? palmsOnBeach[copy] : undefined;
      const across = palm === undefined ? free : scene.seed % 2 === 0 ? palm.across : 1 - palm.across;
      const scattered = slots === undefined ? ([1, 0.55, 0.4, 0.3][copy] ?? 0.3) : 0.9 * 0.82 ** copy * (count > 4 ? 0.75 : 1) + 0.06;
      const shrink = palm?.shrink ?? scattered;
      const own: Rgb | undefined =
        scene.colours[name] ?? (n === 0 && !isSaid ? scene.palette.find((each) => !scene.skyColours.includes(each)) : undefined);
      const colour = (usual: Rgb): Rgb => lit(own ?? usual, light);
      const before = copy === 0 && slots === undefined && wantsSun(scene, name) ? sunAt(light, place) : undefined;
      // Whoever comes with another thing stands beside it.
      const sun = before === undefined ? undefined : { ...before, x: before.x + canvas.width * (beside[n % beside.length] ?? 0) };
      const lowest = palm?.lowest ?? (name === "person" && sun !== undefined ? 0.76 : 0.92);
      const at = { lane, across, shrink, isAlone: standing.length === 1 && count === 1, sun, lowest };
      const found = isAloft ? hover(canvas, place, at, random) : standAt(canvas, place, name, at, random);
      const stand = name === "bridge" ? spanOver(canvas, scene, place) : besideRoom(found, scene, canvas.width);
      // Many lanterns are a swarm of lights; one is what the picture is about.
      const size = stand.size * (name === "lantern" && count > 1 ? 0.5 : name === "person" && scene.things.some(isTall) ? 0.55 : 1);
      const sheet = newSheet(canvas);
      painters[name]?.({
        canvas: sheet,
        scene: { ...scene, seed: scene.seed + copy * 97 },
        light,
        x: stand.x,
        y: stand.y,
        size,
        colour,
      });
      yield* setIn(canvas, sheet, {
        light,
        isDark: scene.traits.includes("silhouette") && !shining.includes(name),
        x: stand.x,
        foot: stand.y,
        size,
        on: stand.on,
        haze: stand.haze,
        seed: scene.seed,
        waterEnds: place.waterEnds ?? canvas.height,
      });
    }
  }
}

/** They lean in from one side, the nearest tallest, and one stands by itself on the other. */
const palmsOnBeach = [
  { across: 0.14, shrink: 1.5, lowest: 0.92 },
  { across: 0.3, shrink: 1.1, lowest: 0.84 },
  { across: 0.1, shrink: 0.85, lowest: 0.79 },
  { across: 0.88, shrink: 0.7, lowest: 0.77 },
] as const;

const beside = [0, 0.11, -0.13] as const;

function isTall(name: ThingName): boolean {
  return name === "tree" || name === "bare tree" || name === "palm" || name === "house" || name === "windmill" || name === "turbine";
}

/** Against the light means before the sun. */
function wantsSun({ traits, things, room }: Scene, name: ThingName): boolean {
  return room === undefined && (traits.includes("silhouette") || (name === "birds" && things.includes("sun")));
}

/** Where it is seen. */
function sunAt({ isBacklit, sunRight, sunUp }: Light, { camera }: Place): At["sun"] {
  if (!isBacklit) return undefined;
  const away = Math.sqrt(Math.max(0.1, 1 - sunRight ** 2 - sunUp ** 2));
  return { x: columnOf(camera, sunRight / away, 1), y: rowOf(camera, camera.height + sunUp / away, 1) };
}

interface At {
  readonly lane: number;
  /** Undefined for what may choose its place in its lane. */
  readonly across: number | undefined;
  /** How small it looks: how far away it is. */
  readonly shrink: number;
  readonly isAlone: boolean;
  /** Before which it is to be seen. */
  readonly sun: { readonly x: number; readonly y: number } | undefined;
  /** How far down on the picture it may stand on a shore, as a share of its height. */
  readonly lowest: number;
}

/** A place across the picture for each, so that as many are seen as were asked for; the nearest stand off the middle. */
function slotsFor(count: number, random: () => number): readonly number[] {
  const slots = Array.from({ length: count }, (_, n) => 0.1 + (0.8 * (n + 0.5 + 0.3 * (random() - 0.5))) / count);
  const first = Math.floor(count * (random() < 0.5 ? 0.34 : 0.67));
  const step = count % 3 === 0 || count % 3 === 1 ? 2 : 3;
  const order = [...new Set([...slots.keys()].map((n) => (first + n * step) % count))];
  const rest = [...slots.keys()].filter((n) => !order.includes(n));
  return [...order, ...rest].map((n) => slots[n] as number);
}

function hover(canvas: Canvas, { camera }: Place, { lane, across, shrink, isAlone, sun }: At, random: () => number): Stand {
  // A little to its side, so that neither hides the other.
  if (sun !== undefined)
    return { x: sun.x + canvas.unit * 0.05, y: sun.y - canvas.unit * 0.04, size: canvas.unit * 0.33, haze: 0, on: "air" };
  const far = shrink < 1 && across !== undefined ? shrink * 0.76 : shrink;
  const x = canvas.width * (across ?? lane + 0.18 * (random() - 0.5));
  const isFirst = across === undefined || isAlone;
  const y = Math.min(camera.horizon, canvas.height * 0.8) * (isFirst ? 0.42 + 0.1 * random() : 0.28 + 0.4 * random());
  return { x, y, size: canvas.unit * 0.33 * far, haze: 0.08 + 0.35 * (1 - far), on: "air" };
}

const sizes: Readonly<Partial<Record<ThingName, number>>> = {
  person: 0.3,
  camel: 0.17,
  deer: 0.2,
  lighthouse: 0.3,
  tent: 0.1,
  campfire: 0.07,
  turbine: 0.2,
  windmill: 0.24,
  "bare tree": 0.34,
};

/** How tall a thing is beside a tree, which gives its place on the land once its size on the picture is chosen. */
function standAt(
  canvas: Canvas,
  place: Place,
  name: ThingName,
  { lane, across, shrink, isAlone, sun, lowest }: At,
  random: () => number,
): Stand {
  const size = canvas.unit * shrink * (sizes[name] ?? 0.26);
  const off = isAlone ? 0.13 * (random() < 0.5 ? -1 : 1) : 0;
  const free = canvas.width * (across ?? lane + off + 0.1 * (random() - 0.5));
  const x = sun === undefined ? free : Math.max(0.12 * canvas.width, Math.min(0.88 * canvas.width, sun.x));
  const { camera } = place;
  const [land] = place.lands;
  if (place.water !== undefined && (afloat.includes(name) || land === undefined)) {
    const below = canvas.height - camera.horizon;
    return {
      x,
      y: camera.horizon + below * (across === undefined ? 0.3 : 0.06 + 0.3 * shrink),
      size,
      haze: 0.06 + 0.3 * (1 - shrink),
      on: "water",
    };
  }
  if (place.water !== undefined && land !== undefined) return onShore(canvas, camera, land, { x, size: size * 0.8, lowest });
  // In a forest it stands in the clearing at one's feet, or it would hang in the crowns of those before it.
  const nearest = Math.min(...place.groves.filter(({ on }) => on === land).map(({ grove }) => grove.from));
  const slant = (x - camera.centre) / camera.focal;
  const z =
    nearest < 0.3
      ? Math.min(0.75 / shrink, nearest * 0.9)
      : land !== undefined && isOutline(name)
        ? crestOf(land, camera, slant)
        : 0.75 / shrink;
  const y = land === undefined ? canvas.height * 0.8 : rowOf(camera, land.height(slant * z, z, 6), z);
  return { x: columnOf(camera, slant * z, z), y: Math.min(canvas.height * 0.93, y), size, haze: 0.04 + 0.25 * (1 - shrink), on: "ground" };
}

/** Where the near land ends against the sky, or an outline would be dark before what is dark. */
function crestOf(land: Land, camera: Camera, slant: number): number {
  let [crest, top] = [0.4, Number.POSITIVE_INFINITY];
  for (let z = 0.4; z < 1.1; z *= 1.03) {
    const row = rowOf(camera, land.height(slant * z, z, 6), z);
    if (row < top - 0.5) [crest, top] = [z, row];
  }
  return crest;
}

/** What stands leaves the side free that words will take. */
function besideRoom(stand: Stand, { room }: Scene, width: number): Stand {
  if (room === undefined) return stand;
  const share = 0.46 * Math.max(0, Math.min(1, stand.x / width));
  return { ...stand, x: width * (room === "left" ? 0.5 + share : 0.04 + share) };
}

/** Over a river where it is seen from bank to bank, over a lake from edge to edge. */
function spanOver(canvas: Canvas, scene: Scene, { camera, water }: Place): Stand {
  const river = riverOf(scene);
  if (river === undefined || water === undefined)
    return { x: canvas.width * 0.5, y: camera.horizon + canvas.height * 0.035, size: canvas.width * 0.46, haze: 0.3, on: "water" };
  const z = 0.85;
  const size = (camera.focal * riverHalf(z) * 1.6) / z;
  return { x: columnOf(camera, river(z), z), y: rowOf(camera, 0, z), size, haze: 0.12, on: "water" };
}
