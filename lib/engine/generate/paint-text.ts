/** Lettering on a finished scene: as large as fits, in a tone that stands out from what lies behind it. */
import { placeText, type Setting } from "#lib/engine/lettering/place-text.ts";
import { writeText } from "#lib/engine/lettering/write-text.ts";
import { findPlace } from "./find-place.ts";
import type { Canvas, Painting } from "./light/canvas.ts";
import { chooseQuiet, holdDisc, type Taken } from "./quiet-place.ts";
import type { Lettering, Scene } from "./scene.ts";
import { planetsOver } from "./skies/planets.ts";
import { hasMoon, moonOn } from "./skies/sky.ts";
import { burstsOn } from "./skies/sky-lights.ts";
import { isFlat, isSurface } from "./surfaces/paint-surface.ts";

/** On the red of a festival one writes in gold. */
const gilt = [255, 230, 172] as const;
const isChinese = /\p{Script=Han}/u;

export function* paintText(canvas: Canvas, scene: Scene, { text, typeface }: Lettering, taken: Taken): Painting {
  const isColumn = scene.isColumn === true || (scene.isInk === true && isChinese.test(text));
  for (const disc of discsOf(canvas, scene)) holdDisc(canvas, taken, disc);
  const ways = isColumn ? [columns(canvas, scene)] : titles(canvas, scene);
  const placed = chooseQuiet(
    canvas,
    ways.map((way) => placeText(typeface, text, way)).filter((way) => way !== undefined),
    taken,
  );
  if (placed !== undefined)
    yield* writeText(canvas, placed, {
      ink: scene.textInk ?? (scene.setting === "festive" ? gilt : undefined),
      isPrinted: scene.isInk === true || (isSurface(scene) && !isFlat(scene)),
    });
}

/** What hangs in the sky and words keep off: a moon, planets, fireworks. */
function discsOf(canvas: Canvas, scene: Scene): readonly { readonly x: number; readonly y: number; readonly radius: number }[] {
  if (!isOutdoors(scene)) return [];
  const { camera } = findPlace(scene, canvas.width, canvas.height);
  return [
    ...(hasMoon(scene) ? [moonOn(scene, camera, canvas.width, canvas.unit)] : []),
    ...planetsOver(canvas, scene, camera.horizon, 1),
    ...burstsOn(scene, camera, canvas).map(({ x, y, reach }) => ({ x, y, radius: reach })),
  ];
}

/** Under a sky that was painted as one. */
function isOutdoors(scene: Scene): boolean {
  return !isSurface(scene) && scene.setting !== "table" && scene.setting !== "space";
}

/** A moon or a sun that a poster is about is not written over. */
function isBelow({ setting, things, traits }: Scene): boolean {
  const hasSign = things.includes("moon") || things.includes("sun");
  return traits.includes("harvest moon") || (setting === "gradient" && hasSign);
}

/**
 * Several results of one run are laid out each in its own way: four seeds in a row have another one first. The ways that follow are
 * for where something is in the way of it.
 */
function titles({ width, height, unit }: Canvas, scene: Scene): readonly Setting[] {
  const area = (left: number, top: number, wide: number, tall: number): Setting["area"] => ({
    left: width * left,
    top: height * top,
    width: width * wide,
    height: height * tall,
  });
  if (scene.room !== undefined)
    return [{ area: area(scene.room === "left" ? 0.07 : 0.53, 0.22, 0.4, 0.5), size: unit * 0.22, align: "left", rest: "middle" }];
  // On the wall, over what lies on the table.
  if (scene.setting === "table" && scene.isBare !== true)
    return [
      {
        area: area(0.08, 0.06, 0.84, 0.25),
        size: unit * 0.2,
        align: (["centre", "left", "right"] as const)[scene.seed % 3] ?? "centre",
        rest: "middle",
      },
      // Beside what is so tall that it stands before the wall.
      { area: area(0.06, 0.06, 0.4, 0.4), size: unit * 0.2, align: "left", rest: "top" },
      { area: area(0.54, 0.06, 0.4, 0.4), size: unit * 0.2, align: "right", rest: "top" },
    ];
  if (isBelow(scene)) return [{ area: area(0.1, 0.58, 0.8, 0.3), size: unit * 0.34, align: "centre", rest: "middle" }];
  const ways: readonly Setting[] = [
    { area: area(0.1, 0.2, 0.8, 0.44), size: unit * 0.34, align: "centre", rest: "middle" },
    // What stands or floats there is not written over.
    scene.things.length === 0
      ? { area: area(0.07, 0.5, 0.72, 0.43), size: unit * 0.26, align: "left", rest: "bottom" }
      : { area: area(0.27, 0.09, 0.66, 0.36), size: unit * 0.26, align: "right", rest: "top" },
    { area: area(0.1, 0.09, 0.8, 0.38), size: unit * 0.28, align: "centre", rest: "top" },
    { area: area(0.07, 0.09, 0.66, 0.5), size: unit * 0.3, align: "left", rest: "top" },
  ];
  // Between its lanterns a festival has room in the middle only.
  const meant = ways[scene.setting === "festive" ? (scene.seed % 2) * 2 : scene.seed % ways.length] as Setting;
  // On a tall sheet the lanterns hang above the title: between them it would be too narrow.
  if (scene.setting === "festive" && height > width * 1.2)
    return [{ area: area(0.17, scene.seed % 2 === 0 ? 0.5 : 0.6, 0.66, 0.34), size: unit * 0.34, align: "centre", rest: "middle" }];
  const others: readonly Setting[] = [
    ...ways,
    { area: area(0.1, 0.6, 0.8, 0.32), size: unit * 0.28, align: "centre", rest: "middle" },
    { area: area(0.07, 0.1, 0.42, 0.5), size: unit * 0.26, align: "left", rest: "top" },
    { area: area(0.51, 0.1, 0.42, 0.5), size: unit * 0.26, align: "right", rest: "top" },
    { area: area(0.07, 0.6, 0.5, 0.33), size: unit * 0.24, align: "left", rest: "bottom" },
    { area: area(0.06, 0.25, 0.4, 0.5), size: unit * 0.26, align: "left", rest: "middle" },
    { area: area(0.54, 0.25, 0.4, 0.5), size: unit * 0.26, align: "right", rest: "middle" },
  ];
  return scene.setting === "festive" ? [meant] : [meant, ...others];
}

/** As on a scroll: at the right, from the top down, small beside an ink landscape. */
function columns({ width, height, unit }: Canvas, { isInk }: Scene): Setting {
  const edge = unit * 0.08;
  const area = { left: edge, top: edge, width: width - 2 * edge, height: height * (isInk ? 0.5 : 0.8) };
  return { area, size: unit * (isInk ? 0.1 : 0.22), align: "right", rest: "top", isVertical: true };
}
