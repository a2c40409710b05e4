/** Lays a table: what was named, or else what a painter would choose, in a loose triangle around a tall thing. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import { between, hex, type Radiance, radianceOf } from "../light/radiance.ts";
import type { Scene, TableThing, ThingName } from "../scene.ts";
import { shadowOn } from "../surfaces/walls.ts";
import { bakeCake } from "./cake.ts";
import { apple, grapes, lemon, orange, pear } from "./fruit.ts";
import { bowlOfFruit, type Forms, looseFruit, tallThings } from "./fruit-bowl.ts";
import { glassBottle, glassVase } from "./glass.ts";
import type { Point, Studio } from "./lighting.ts";
import { lineUp } from "./line-up.ts";
import { type Room, roomFor } from "./rooms.ts";
import { type Form, place, type Solid } from "./solid.ts";
import { arch, steps } from "./stage-set.ts";
import { strewn } from "./strewn.ts";
import { candle, flameHeight, openBook, podium, teapot } from "./tableware.ts";
import { book, bottle, bowl, cup, vase } from "./vessels.ts";
import { openView } from "./view.ts";

export function* layTable(scene: Scene, width: number, height: number): Generator<undefined, Studio, void> {
  const random = createRandom(scene.seed + 51);
  const noise = createNoiseField(scene.seed + 52);
  const isCake = scene.things.includes("cake");
  const room = roomFor(scene, random);
  const cakeColour = scene.colours.cake;
  const icing = cakeColour === undefined ? undefined : radianceOf(cakeColour);
  const solids = isCake ? yield* bakeCake(noise, scene.lettering, icing) : setOut(scene, random, noise, room);
  const isFromAbove = scene.traits.includes("from above") && scene.view === undefined;
  // A window that is only light on the wall is behind the one who looks.
  const looksOut = scene.traits.includes("window") && scene.view !== undefined;
  const close = isCake ? cakeEye : eyeFor(solids, width / height, isFromAbove, looksOut);
  // A title stands on the wall above what lies there.
  const eye =
    scene.text === undefined || isCake || isFromAbove || scene.view !== undefined || scene.room !== undefined ? close : underTitle(close);
  const distance = 8.6;
  const wallZ = room.isSeamless ? 7 : scene.view === undefined ? 4.6 : looksOut ? 1.5 : 2.2;
  const studio: Studio = {
    solids,
    wall: room.wall,
    wallZ,
    hasBoards: scene.hasBoards === true,
    ...(castsShadow(scene) ? { shadow: onWall(scene) } : {}),
    isSeamless: room.isSeamless,
    towardsLight: looksOut ? backlight : sidelight,
    flames: solids.filter(({ top }) => scene.things.includes("candle") && top === candleTop).map(flameOf),
    key: room.key,
    fill: room.fill,
    table: strewn(scene, room.table),
    noise,
    ...eye,
    distance,
  };
  return scene.view === undefined ? studio : yield* withView(studio, scene, scene.view, width, height);
}

function castsShadow({ traits, view }: Scene): boolean {
  return view === undefined && (traits.includes("palm shadow") || traits.includes("window"));
}

/** A wall behind a table is larger and farther than one that fills the picture. */
function onWall(scene: Scene): (x: number, y: number) => number {
  const shadow = shadowOn(scene);
  return (x, y) => shadow(x * 0.24, 0.34 - y * 0.2);
}

const sidelight: Point = [-0.62, 0.62, -0.48];
const backlight: Point = [-0.5, 0.6, 0.62];
const cakeEye = { pitch: 0.3, halfView: 2.05, aimHeight: 0.9 };
const candleTop = 1.78;

function flameOf({ x, y, z, scale }: Solid): Point {
  return [x, y + flameHeight * scale, z];
}

/** Nobody means the green of paint by a green apple. */
function skinOfApples(said: Rgb | undefined): readonly [Radiance, Radiance?] {
  if (said === undefined) return [hex("a3141c")];
  const own = radianceOf(said);
  return own.g > own.r * 1.3 && own.g > own.b * 1.3
    ? [between(own, hex("a3b83a"), 0.62), hex("c9c85c")]
    : [own, between(own, hex("e0b458"), 0.3)];
}

type Eye = Pick<Studio, "aimHeight" | "halfView" | "pitch">;

/** So close that what stands there fills the picture and nothing of it is cut off. */
function eyeFor(solids: readonly Solid[], ratio: number, isFromAbove: boolean, hasWindow: boolean): Eye {
  const top = Math.max(0.6, ...solids.map(({ y, top: own, scale }) => y + own * scale));
  const wide = Math.max(0.6, ...solids.map(({ x, reach, scale }) => Math.abs(x) + reach * scale));
  const across = wide / Math.max(1, ratio);
  if (isFromAbove) return { pitch: 1.22, halfView: Math.max(1.35, across * 1.2), aimHeight: 0.2 };
  const halfView = Math.max(1.25, top * 0.62 * Math.min(1, ratio), across * 1.08);
  // Of a window more is shown than of its sill.
  if (hasWindow) return { pitch: 0.12, halfView: Math.max(halfView, 1.7), aimHeight: Math.max(1.2, top * 0.45) };
  return { pitch: 0.2, halfView, aimHeight: Math.max(0.5, top * 0.42) };
}

function underTitle({ pitch, halfView, aimHeight }: Eye): Eye {
  return { pitch, halfView: halfView * 1.26, aimHeight: aimHeight + halfView * 0.4 };
}

/** The land behind the table lends its light to what stands on it. */
function* withView(
  studio: Studio,
  scene: Scene,
  view: NonNullable<Scene["view"]>,
  width: number,
  height: number,
): Generator<undefined, Studio, void> {
  const unit = Math.min(width, height);
  const away = (studio.distance + studio.wallZ) / studio.distance;
  const [halfWidth, tall] = [(studio.halfView * width * away) / unit, (2.2 * studio.halfView * height * away) / unit];
  const { light, behind } = yield* openView(scene, view, halfWidth * 1.05, tall);
  const strength = (c: Radiance): number => Math.max(c.r, c.g, c.b, 0.05);
  const tint = (c: Radiance, to: number): Radiance => ({
    r: (c.r / strength(c)) * to,
    g: (c.g / strength(c)) * to,
    b: (c.b / strength(c)) * to,
  });
  const isDim = scene.hour === "night" || scene.hour === "dusk";
  const isDull = scene.hour === "storm" || scene.weather.includes("rain") || scene.weather.includes("mist");
  const key = isDim ? hex("ffcf98", 1.05) : isDull ? between(tint(light.horizon, 0.85), hex("eef0f0", 0.85), 0.6) : tint(light.sun, 1.5);
  // Walls and curtains send the light of the sky on, and warm it.
  const fill = isDim ? tint(light.ambient, 0.3) : between(tint(light.haze, 0.6), hex("ece4da", 0.6), 0.65);
  return { ...studio, behind, key, fill, wall: { r: light.haze.r * 0.7, g: light.haze.g * 0.7, b: light.haze.b * 0.7 } };
}

const glazes = ["2f5d8a", "8a3b2c", "3f6b57", "c28f3c", "6b4a78"];
const wines: Radiance = hex("16321f");

function setOut(scene: Scene, random: Random, noise: NoiseField, room: Room): readonly Solid[] {
  const said = (name: ThingName): Radiance | undefined => {
    const colour = scene.colours[name];
    return colour === undefined ? undefined : radianceOf(colour);
  };
  const own = (name: ThingName, usual: Radiance): Radiance => said(name) ?? usual;
  const isGlass = scene.traits.includes("glass");
  const forms: Readonly<Record<TableThing, () => Form>> = {
    apple: () => apple(noise, random() * 20, ...skinOfApples(scene.colours.apple)),
    book: () => book(noise, own("book", hex("5a2a26"))),
    bottle: () => (isGlass ? glassBottle(said("bottle")) : bottle(noise, own("bottle", wines))),
    candle: () => candle(noise, own("candle", hex("efe3cc"))),
    "open book": () => openBook(noise, own("book", hex("4a2a22"))),
    podium: () => podium(noise, own("podium", room.wall), { radius: 1.05, height: 0.5 }),
    teapot: () => teapot(noise, own("teapot", hex("7a3f2c"))),
    bowl: () => bowl(noise, own("bowl", hex("d9cfbd"))),
    cup: () => cup(noise, own("cup", hex("d6d9d4"))),
    fruit: () => orange(noise, random() * 20),
    grapes: () => grapes(noise, random, own("grapes", hex("4a1f4f"))),
    lemon: () => lemon(noise, random() * 20),
    orange: () => orange(noise, random() * 20),
    pear: () => pear(noise, random() * 20, own("pear", hex("b3a93a"))),
    vase: () => (isGlass ? glassVase(said("vase")) : vase(noise, own("vase", hex(glazes[Math.floor(random() * glazes.length)] as string)))),
  };
  if (scene.isBare) return [];
  const named = (Object.keys(forms) as TableThing[]).filter((name) => scene.things.includes(name));
  const side = random() < 0.5 ? 1 : -1;
  if (named.includes("podium")) return onPodium(scene, named, forms, noise, own("podium", room.wall), side);
  const isUsual = named.every((name) => name === "fruit" || name === "vase" || name === "bowl" || name === "bottle");
  const hasFlowers = scene.things.includes("flower");
  if (!hasFlowers && (named.length === 0 || (isUsual && named.includes("fruit"))))
    return [...tallThings(forms, side), ...bowlOfFruit(forms, 0.72 * side), ...looseFruit(forms, side)];
  return lineUp({ scene, named, forms, noise, side, random });
}

/** Drums of several heights; what was named stands on the first. */
function onPodium(
  scene: Scene,
  named: readonly TableThing[],
  forms: Forms,
  noise: NoiseField,
  own: Radiance,
  side: number,
): readonly Solid[] {
  const drum = (radius: number, height: number, x: number, z: number): Solid =>
    place(podium(noise, own, { radius, height }, scene.hasVeins), x, z, 1);
  const [shown] = named.filter((name) => name !== "podium");
  const colourOf = (name: "arch" | "steps"): Radiance => (scene.colours[name] === undefined ? own : radianceOf(scene.colours[name]));
  const [hasArch, hasSteps] = [scene.things.includes("arch"), scene.things.includes("steps")];
  const stage = [
    drum(1.05, 0.42, 0, -0.2),
    // Whatever else stands there is built about the drum in front.
    ...(hasArch ? [place(arch(noise, colourOf("arch")), 0.12 * side, 1.3, 1)] : []),
    ...(hasSteps ? [place(steps(noise, colourOf("steps")), 1.75 * side, 0.2, 1, side > 0 ? 0 : Math.PI)] : []),
    ...(hasArch || hasSteps ? [] : [drum(0.62, 0.95, 1.25 * side, 1.05)]),
    drum(0.5, 0.2, -1.3 * side, -0.35),
  ];
  return shown === undefined ? stage : [...stage, place(forms[shown](), 0, -0.2, 0.75, 0.4, 0.43)];
}
