/** Where a cut-out stands behind a thing of the other picture: seen over it where it is taller, at its side where it is not. */
import { heightOfKind } from "#lib/engine/eye/kinds.ts";
import type { Box } from "#lib/pixels/crop.ts";
import { middleOf, type NamedBox } from "#lib/pixels/network/read-boxes.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Placing } from "./arrangement.ts";
import type { CutOut } from "./cut-subject.ts";
import type { EyeLine } from "./eye-line.ts";
import { knownHeight, shareAt } from "./how-tall.ts";

/** Of the way from where that stands up to the eyes. */
const fartherBack = 0.12;
/** Of its height, what is to be seen over the thing before it; else it looks out at a side, so much of its width hidden. */
const [leastSeenOver, hiddenAtSide] = [0.35, 0.4];
/** Where it was cut off below is hidden: so far down the thing before it, and no wider than that. */
const [cutHiddenAt, widestCut] = [0.15, 0.9];
/** Of somebody, what a picture shows that cuts them off below. */
const shownOfCut = 0.5;
const tallest = 0.94;

export function layBehind(
  before: NamedBox,
  eyes: EyeLine,
  cut: CutOut,
  { width, height }: Pick<Raster, "width" | "height">,
  wish: Placing,
): Box {
  const across = before.right - before.left;
  const down = before.bottom - before.top;
  const shape = (cut.box.width / cut.box.height) * (height / width);
  const ground = before.bottom - fartherBack * Math.max(0, before.bottom - eyes.at);
  const whole = wish.size * (besideKnown(before, wish) ?? shareAt(ground, eyes, wish));
  const share = Math.min(tallest, cut.isCutBelow ? Math.min(shownOfCut * whole, (widestCut * across) / shape) : whole);
  const foot = cut.isCutBelow ? before.top + cutHiddenAt * down : ground;
  const w = share * shape;
  const isOver = cut.isCutBelow || before.top - (foot - share) > leastSeenOver * share;
  const centre = isOver ? overIt(before, wish) : atItsSide(before, w, wish);
  return {
    x: Math.round((centre - w / 2) * width),
    y: Math.round((foot - share) * height),
    width: Math.max(1, Math.round(w * width)),
    height: Math.max(1, Math.round(share * height)),
  };
}

/** A man is so much taller than a car: surer than where anything stands. */
function besideKnown(before: NamedBox, wish: Placing): number | undefined {
  const [own, other] = [knownHeight(wish), heightOfKind(before.kind)];
  return own === undefined || other === undefined ? undefined : ((own / other) * (before.bottom - before.top)) / (1 + fartherBack);
}

function overIt(before: NamedBox, { side }: Placing): number {
  const quarter = (before.right - before.left) / 4;
  return middleOf(before) + (side === "left" ? -quarter : side === "right" ? quarter : 0);
}

/** At the side that is said, or where there is more room. */
function atItsSide({ left, right }: NamedBox, w: number, { side }: Placing): number {
  const seen = (0.5 - hiddenAtSide) * w;
  const isLeft = side === "left" || (side !== "right" && left > 1 - right);
  return isLeft ? left - seen : right + seen;
}
