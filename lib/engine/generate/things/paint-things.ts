/** Sets single things into a scene: some stand on the ground, some float, some hover. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Place } from "../find-place.ts";
import { ledgeSide } from "../lands/ledge.ts";
import { columnOf, rowOf } from "../light/camera.ts";
import type { Canvas, Painting } from "../light/canvas.ts";
import { type Light, lit } from "../light/palettes.ts";
import type { Scene, ThingName } from "../scene.ts";
import { isCloudSea, isParty, isStreet, isVillage, isWoods } from "../words/setting-of.ts";
import { paintBareTree } from "./bare-tree.ts";
import { beasts } from "./beasts.ts";
import { bridges } from "./bridges.ts";
import { buildings } from "./buildings.ts";
import { paintCampfire, paintTent } from "./camp.ts";
import { emblems } from "./emblems.ts";
import { mills } from "./mills.ts";
import { plants } from "./plants.ts";
import type { Painters } from "./spot.ts";
import { newSheet, setIn } from "./sprite.ts";
import { type At, atThePoint, besideRoom, hover, spanOver, standAt } from "./stand-at.ts";
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
      const free = (isParty(scene, name) ? partyAt(scene, copy) : slots?.[copy]) ?? (copy === 0 ? undefined : 0.08 + 0.84 * random());
      const palm = slots === undefined && count > 1 && name === "palm" && scene.setting === "sea" ? palmsOnBeach[copy] : undefined;
      const across = palm === undefined ? free : scene.seed % 2 === 0 ? palm.across : 1 - palm.across;
      const scattered = slots === undefined ? ([1, 0.55, 0.4, 0.3][copy] ?? 0.3) : 0.9 * 0.82 ** copy * (count > 4 ? 0.75 : 1) + 0.06;
      const shrink = palm?.shrink ?? (isParty(scene, name) ? 1 - 0.04 * copy : scattered);
      const own: Rgb | undefined =
        scene.colours[name] ?? (n === 0 && !isSaid ? scene.palette.find((each) => !scene.skyColours.includes(each)) : undefined);
      const colour = (usual: Rgb): Rgb => lit(own ?? usual, light);
      const before = copy === 0 && slots === undefined && wantsSun(scene, name) ? sunAt(light, place) : undefined;
      // Whoever comes with another thing stands beside it.
      const sun = before === undefined ? undefined : { ...before, x: before.x + canvas.width * (beside[n % beside.length] ?? 0) };
      const lowest = palm?.lowest ?? (name === "person" && sun !== undefined ? 0.76 : 0.92);
      const at = { lane, across, shrink, isAlone: standing.length === 1 && count === 1, sun, lowest, isWalking: isParty(scene, name) };
      const found = isAloft ? hover(canvas, place, at, random) : standAt(canvas, place, name, at, random);
      const stand =
        name === "bridge"
          ? spanOver(canvas, scene, place)
          : name === "lighthouse" && scene.traits.includes("headland")
            ? atThePoint(canvas, scene, place)
            : besideRoom(found, scene, canvas.width);
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

/** Walkers keep together, off the middle. */
function partyAt(scene: Scene, copy: number): number {
  const { seed, room } = scene;
  if (isCloudSea(scene)) return 0.5 + ledgeSide(scene) * (0.18 + 0.05 * copy);
  const isLeft = room === undefined ? seed % 2 === 0 : room === "right";
  return (isLeft ? 0.34 : 0.62) + 0.045 * copy;
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

/** A place across the picture for each, so that as many are seen as were asked for; the nearest stand off the middle. */
function slotsFor(count: number, random: () => number): readonly number[] {
  const slots = Array.from({ length: count }, (_, n) => 0.1 + (0.8 * (n + 0.5 + 0.3 * (random() - 0.5))) / count);
  const first = Math.floor(count * (random() < 0.5 ? 0.34 : 0.67));
  const step = count % 3 === 0 || count % 3 === 1 ? 2 : 3;
  const order = [...new Set([...slots.keys()].map((n) => (first + n * step) % count))];
  const rest = [...slots.keys()].filter((n) => !order.includes(n));
  return [...order, ...rest].map((n) => slots[n] as number);
}
