/** A mark of one to three letters, thin rings or a shield around them, or a word between two rules; on plain ground with the grain of good paper. */
import { coverageOf } from "#lib/engine/lettering/coverage.ts";
import { type PlacedText, placeText, type TextArea } from "#lib/engine/lettering/place-text.ts";
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { dim, hex, luma, type Radiance, radianceOf, set, towards } from "../light/radiance.ts";
import type { Lettering, Scene } from "../scene.ts";

type Frame = "rules" | "rings" | "disc" | "square" | "diamond" | "shield";

export function* paintMonogram(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 181);
  const noise = createNoiseField(scene.seed + 182);
  // "Gold letters on dark green": what was said of the ground and of the letters goes there, whichever came first.
  const { ground, textInk } = scene;
  const others = scene.palette.filter((colour) => colour.join() !== ground?.join());
  const [one, other] = [...(textInk === undefined ? [] : [textInk]), ...others, ...(ground === undefined ? [] : [ground])].map((colour) =>
    radianceOf(colour),
  );
  // Black and gold is gold on black, whichever was named first, unless one was said to lie on the other.
  const isOnBlack =
    ground === undefined && textInk === undefined && one !== undefined && luma(one) < 0.015 && other !== undefined && luma(other) < 0.7;
  const lies = isOnBlack ? { ink: other, paper: one } : { ink: one, paper: other };
  const ink = lies.ink ?? [hex("16233f"), hex("1e3a34"), hex("5a1f2b"), hex("26242a")][Math.floor(random() * 4)] ?? hex("16233f");
  const paper = lies.paper ?? (scene.traits.includes("kraft") ? hex("c39a68") : undefined) ?? (ink.g > 0.6 ? hex("1b1d24") : hex("f3efe7"));
  const accent = hex("b8935a");
  const isWord = isWordMark(scene.lettering?.text ?? "");
  // Letters that were said to lie in one colour on another lie on no plate of the first.
  const free: readonly Frame[] =
    ground === undefined && !isOnBlack ? ["rings", "disc", "square", "diamond", "shield"] : ["rings", "diamond", "shield"];
  const chosen = free[Math.floor(random() * free.length)] ?? "rings";
  const frame: Frame = isWord ? "rules" : scene.traits.includes("disc") ? "rings" : chosen;
  const size = film.unit * 0.3;
  const [cx, cy] = [film.width / 2, film.height / 2];
  const room = size * (frame === "diamond" ? 1.05 : frame === "disc" ? 1.2 : 1.25);
  const [w, h] = isWord ? [Math.min(film.width * 0.6, film.unit * 1.05), film.unit * 0.2] : [room, room * 0.95];
  const placed = placeMark(scene.lettering, { left: cx - w / 2, top: cy - h / 2, width: w, height: h }, isWord);
  const reach = (placed?.box.width ?? size) / 2 / size;
  const cover = placed && (yield* coverageOf(placed.polygons, { left: 0, top: 0, width: film.width, height: film.height }));
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [(x + 0.5 - cx) / size, (y + 0.5 - cy) / size];
    set(out, paper);
    const isFilled = frame === "disc" || frame === "square";
    const outline = (frame === "rules" ? distanceToRules(u, v, reach) : distanceToFrame(frame, u, v)) * size;
    const hair = film.unit * 0.0028;
    if (isFilled) {
      towards(out, ink, 0.5 - outline);
      towards(out, accent, 0.5 - (Math.abs(outline + size * 0.07) - hair));
    } else if (frame === "rules") {
      towards(out, ink, 0.5 - (outline - hair * 0.9));
      towards(out, accent, 0.5 - ((Math.abs(u) + Math.abs(v + rules) - 0.05) / Math.SQRT2) * size);
    } else {
      towards(out, ink, 0.5 - (Math.abs(outline) - hair * 2.2));
      towards(out, accent, 0.5 - (Math.abs(outline + size * 0.085) - hair * 0.8));
    }
    const on: Radiance = isFilled ? paper : ink;
    if (cover !== undefined) towards(out, on, cover.data[y * film.width + x] as number);
    dim(out, 0.97 + 0.05 * noise.fractal(x * 0.4, y * 0.4, 3) - 0.05 * ((u * size) / film.width) ** 2);
  });
}

/** A name rather than initials. */
export function isWordMark(text: string): boolean {
  return text.replaceAll(" ", "").length > 3;
}

const longestName = 18;

function placeMark(lettering: Lettering | undefined, area: TextArea, isWord: boolean): PlacedText | undefined {
  if (lettering === undefined) return undefined;
  const { typeface, text } = lettering;
  const setting = { area, size: area.height * 1.5, align: "centre", rest: "middle", tracking: isWord ? 0.16 : 0.02 } as const;
  return placeText(typeface, text, { ...setting, mostLines: text.length > longestName ? 2 : 1 });
}

/** How far above and below the middle the rules stand. */
const rules = 0.62;

function distanceToRules(u: number, v: number, reach: number): number {
  return lengthOf(Math.max(0, Math.abs(u) - reach), Math.abs(Math.abs(v) - rules));
}

function distanceToFrame(frame: Frame, u: number, v: number): number {
  switch (frame) {
    case "square": {
      const [x, y] = [Math.abs(u) - 0.86, Math.abs(v) - 0.86];
      return lengthOf(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0) - 0.14;
    }
    case "diamond":
      return (Math.abs(u) + Math.abs(v) - 1.28) / Math.SQRT2;
    case "shield":
      return v < 0
        ? Math.max(Math.abs(u) - 0.9, -v - 1)
        : Math.max(lengthOf(u - 0.5, v * 0.82) - 1.4, lengthOf(u + 0.5, v * 0.82) - 1.4, Math.abs(u) - 0.9);
    default:
      return lengthOf(u, v) - 1;
  }
}
