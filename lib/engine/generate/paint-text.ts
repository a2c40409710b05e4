/** Lettering on a finished scene: as large as fits, in a tone that stands out from what lies behind it. */
import { placeText, type Setting } from "#lib/engine/lettering/place-text.ts";
import { writeText } from "#lib/engine/lettering/write-text.ts";
import type { Canvas, Painting } from "./canvas.ts";
import type { Lettering, Scene } from "./scene.ts";
import { isSurface } from "./surfaces/paint-surface.ts";

const isChinese = /\p{Script=Han}/u;

export function* paintText(canvas: Canvas, scene: Scene, { text, typeface }: Lettering): Painting {
  const placed = placeText(
    typeface,
    text,
    scene.isColumn || (scene.isInk && isChinese.test(text)) ? columns(canvas, scene) : title(canvas, isBelow(scene)),
  );
  if (placed !== undefined) yield* writeText(canvas, placed, { ink: scene.textInk, isPrinted: scene.isInk === true || isSurface(scene) });
}

/** A moon or a sun that a poster is about is not written over. */
function isBelow({ setting, things, traits }: Scene): boolean {
  const hasSign = things.includes("moon") || things.includes("sun");
  return traits.includes("harvest moon") || (setting === "gradient" && hasSign);
}

function title({ width, height, unit }: Canvas, isUnderASign: boolean): Setting {
  const [top, room] = isUnderASign ? [0.58, 0.3] : [0.2, 0.44];
  const area = { left: width * 0.1, top: height * top, width: width * 0.8, height: height * room };
  return { area, size: unit * 0.34, align: "centre", rest: "middle" };
}

/** As on a scroll: at the right, from the top down, small beside an ink landscape. */
function columns({ width, height, unit }: Canvas, { isInk }: Scene): Setting {
  const edge = unit * 0.08;
  const area = { left: edge, top: edge, width: width - 2 * edge, height: height * (isInk ? 0.5 : 0.8) };
  return { area, size: unit * (isInk ? 0.1 : 0.22), align: "right", rest: "top", isVertical: true };
}
