/** Frames: even ones, mounts with a cut edge, round corners, and the card of an instant picture with its broad lower rim. */
import type { BorderOperation, FrameWidth } from "#lib/engine/instructions/operation.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { coverSlowly } from "#lib/pixels/crop.ts";
import { centreOfInterest } from "#lib/pixels/interest.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";

type Frame = Pick<BorderOperation, "isBars" | "width" | "form"> & { readonly colour: Rgb; readonly inner?: Rgb | undefined };

interface Rims {
  readonly top: number;
  readonly bottom: number;
  readonly beside: number;
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** As wide as a film's picture is for its height; what is as wide already gets thin bars. */
const filmRatio = 2.39;
const thinnestBar = 0.06;
/** In shares of the shorter side. */
const [usual, mounted, widest] = [0.04, 0.12, 0.3];
const card = { beside: 0.055, top: 0.06, bottom: 0.22 } as const;
/** A frame that is wider would hide what is at the rim: under it the picture is made smaller. */
const mayHide = 0.045;
const roundness = 0.05;
/** The edge of a mount is cut aslant and paler; a card has a faint step about its picture. */
const cut: Rgb = [206, 203, 196];

export function rimsOf({ width, height }: Sized, { isBars, form, width: asked }: Pick<Frame, "isBars" | "form" | "width">): Rims {
  const short = Math.min(width, height);
  const whole = (share: number): number => Math.max(1, Math.round(short * share));
  if (isBars) {
    const bar = Math.max(1, Math.round(Math.max((height - width / filmRatio) / 2, thinnestBar * height)));
    // Of an upright picture a film's shape would leave a slit.
    const thickness = Math.min(bar, Math.round(0.16 * height));
    return { top: thickness, bottom: thickness, beside: 0 };
  }
  if (form === "instant") return { top: whole(card.top), bottom: whole(card.bottom), beside: whole(card.beside) };
  const even = Math.max(1, Math.min(Math.round(widest * short), pixelsOf(asked, short) ?? whole(form === "mount" ? mounted : usual)));
  return { top: even, bottom: even, beside: even };
}

function pixelsOf(asked: FrameWidth | undefined, short: number): number | undefined {
  if (asked === undefined) return undefined;
  return Math.round("pixels" in asked ? asked.pixels : asked.share * short);
}

export function* border(source: Raster, frame: Frame): Work<Raster> {
  const { width, height } = source;
  const rims = rimsOf(source, frame);
  const short = Math.min(width, height);
  const [left, top, right, bottom] = [rims.beside, rims.top, width - rims.beside, height - rims.bottom];
  const isShrunk = !frame.isBars && Math.max(rims.bottom, rims.beside) > mayHide * short;
  const picture = isShrunk ? yield* part(coverSlowly(source, right - left, bottom - top, ...centreOfInterest(source)), 0, 0.6) : source;
  const [x0, y0] = isShrunk ? [left, top] : [0, 0];
  const radius = frame.form === "round" ? roundness * short : 0;
  const line = lineOf(frame, rims, short);
  const result = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) {
    if (y % 64 === 0) yield 0.6 + (0.4 * y) / height;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const inside =
        x >= left + radius && x < right - radius && y >= top && y < bottom ? 1 : within(x + 0.5, y + 0.5, left, top, right, bottom, radius);
      const isLine =
        line !== undefined &&
        inside < 1 &&
        within(x + 0.5, y + 0.5, left - line.width, top - line.width, right + line.width, bottom + line.width, radius) >= 1;
      const from = ((y - y0) * picture.width + (x - x0)) * picture.channels;
      const rim = isLine ? line.colour : frame.colour;
      for (let c = 0; c < 3; c++) {
        const own = rim[c] as number;
        result.data[at + c] = inside === 0 ? own : own + inside * ((picture.data[from + c] as number) - own);
      }
    }
  }
  return result;
}

function lineOf({ form, inner }: Frame, { beside }: Rims, short: number): { readonly colour: Rgb; readonly width: number } | undefined {
  if (inner !== undefined) return { colour: inner, width: Math.max(1, Math.round(0.35 * beside)) };
  if (form !== "mount" && form !== "instant") return undefined;
  return { colour: cut, width: Math.max(1, Math.round((form === "mount" ? 0.006 : 0.002) * short)) };
}

/** The share of a pixel that lies in a box with round corners. */
function within(x: number, y: number, left: number, top: number, right: number, bottom: number, radius: number): number {
  if (x < left || x > right || y < top || y > bottom) return 0;
  const [dx, dy] = [Math.max(left + radius - x, x - right + radius), Math.max(top + radius - y, y - bottom + radius)];
  return dx <= 0 || dy <= 0 ? 1 : Math.min(1, Math.max(0, radius - Math.hypot(dx, dy) + 0.5));
}
