/** What the fake gateway's models paint: small stripes whose colour depends on the seed, as large as the picture where one is filled. */
import type { ModelEntry } from "#lib/models/model.ts";
import { readHeaderFacts } from "./picture-facts.ts";
import { encodePng } from "./png.ts";

export interface PaintRequest {
  readonly model: ModelEntry;
  readonly input: Readonly<Record<string, unknown>>;
  readonly index: number;
}

export interface Painted {
  readonly bytes: Buffer;
  readonly mime: string;
}

export type Paint = (request: PaintRequest) => Painted | Promise<Painted>;

const usualSide = 64;

export const paintStripes: Paint = ({ model, input, index }) => {
  const sent = model.task === "fill" && typeof input.image === "string" ? readDataUriFacts(input.image) : null;
  const { width, height } = sent ?? { width: usualSide, height: usualSide };
  const hue = (Number(input.seed ?? 1) + index * 40) % 256;
  const pixel = (x: number, y: number) => ((x + y) % 16 < 8 ? [hue, 90, 160] : [250, hue, 60]);
  return { bytes: encodePng({ width, height, channels: 3, pixel }), mime: "image/png" };
};

function readDataUriFacts(address: string) {
  return readHeaderFacts(Buffer.from(address.slice(address.indexOf(",") + 1), "base64"));
}
