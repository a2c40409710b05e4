/** Lettering on a finished picture: as large as fits, in a tone that stands out from what lies behind it. */
import { lumaOf, type Rgb } from "#lib/pixels/colour.ts";
import { type Canvas, mix, type Painting } from "./canvas.ts";
import { distanceAt, measureLetters, type PlacedLine } from "./letter-field.ts";
import { type Lettering, layOut } from "./letters.ts";

export interface TextBox {
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
}

export interface TextLook {
  readonly ink?: Rgb;
  /** Width of a stroke; capitals are 7 high. */
  readonly weight?: number;
  readonly gap?: number;
  readonly isFlat?: boolean;
}

const leading = 10.5;

export function* paintText(
  canvas: Canvas,
  text: string,
  area: TextBox,
  { ink, weight = 1.05, gap = 1.9, isFlat = false }: TextLook = {},
): Painting {
  const lines = breakLines(text, area.width / area.height).map((line) => layOut(line, gap));
  const placed = placeLines(lines, area);
  const scale = placed[0]?.scale ?? 1;
  const stroke = (scale * weight) / 2;
  const glow = isFlat ? 2 : scale * 3.2;
  const field = yield* measureLetters(placed, stroke + glow);
  const behind = meanBehind(canvas, area);
  const isOnLight = lumaOf(...behind) > 168;
  const own: Rgb = ink ?? (isOnLight ? mix(behind, [18, 22, 34], 0.9) : [255, 250, 242]);
  const shade = mix(behind, [0, 0, 0], 0.72);
  for (let y = Math.max(0, field.top); y < Math.min(canvas.height, field.top + field.height); y++) {
    if (y % 8 === 0) yield;
    for (let x = Math.max(0, field.left); x < Math.min(canvas.width, field.left + field.width); x++) {
      const at = (y * canvas.width + x) * 3;
      const distance = distanceAt(field, x + 0.5, y + 0.5) - stroke;
      if (!isFlat && !isOnLight) {
        const halo = distanceAt(field, x + 0.5, y + 0.5 - scale * 0.35) - stroke;
        const share = 0.5 * Math.max(0, 1 - Math.max(0, halo) / glow) ** 2;
        for (let c = 0; c < 3; c++)
          canvas.data[at + c] = (canvas.data[at + c] as number) + share * ((shade[c] as number) - (canvas.data[at + c] as number));
      }
      const cover = Math.max(0, Math.min(1, 0.5 - distance));
      if (cover === 0) continue;
      for (let c = 0; c < 3; c++)
        canvas.data[at + c] = (canvas.data[at + c] as number) + cover * ((own[c] as number) - (canvas.data[at + c] as number));
    }
  }
}

export function placeLines(lines: readonly Lettering[], area: TextBox): readonly PlacedLine[] {
  const widest = Math.max(1, ...lines.map((line) => line.width));
  const scale = Math.min(area.width / (widest + 1), area.height / ((lines.length - 1) * leading + 9), area.height / 9);
  const first = area.centreY - (((lines.length - 1) * leading + 7) * scale) / 2;
  return lines.map((lettering, n) => ({
    lettering,
    x: area.centreX - (lettering.width * scale) / 2,
    y: first + n * leading * scale,
    scale,
  }));
}

function meanBehind({ width, height, data }: Canvas, area: TextBox): Rgb {
  const sum = [0, 0, 0, 0] as [number, number, number, number];
  for (let v = 0; v < 16; v++) {
    for (let u = 0; u < 16; u++) {
      const x = Math.floor(Math.max(0, Math.min(width - 1, area.centreX + (u / 15 - 0.5) * area.width)));
      const y = Math.floor(Math.max(0, Math.min(height - 1, area.centreY + (v / 15 - 0.5) * area.height * 0.6)));
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[(y * width + x) * 3 + c] as number);
      sum[3]++;
    }
  }
  return [sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]];
}

export function breakLines(text: string, shape: number): readonly string[] {
  const words = text.split(/\s+/u);
  const wanted = Math.min(4, words.length, Math.max(1, Math.round(Math.sqrt(text.length / (shape * 2.4)))));
  const longest = Math.ceil(text.length / wanted) + 2;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length + 1 <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
