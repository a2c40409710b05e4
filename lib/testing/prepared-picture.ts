/** Pictures as the darkroom would hand them to a provider: upright, flat, PNG; masks grey with a white middle. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Fitted } from "#lib/server/darkroom/darkroom.ts";
import { encodePng } from "./fake-gateway/png.ts";

export interface PreparedRequest {
  readonly folder: string;
  readonly as: "picture" | "mask";
  readonly width: number;
  readonly height: number;
}

let made = 0;

export async function preparePicture({ folder, as, width, height }: PreparedRequest): Promise<Fitted> {
  const isMiddle = (x: number, y: number) => x > width / 4 && x < (width * 3) / 4 && y > height / 4 && y < (height * 3) / 4;
  const bytes =
    as === "mask"
      ? encodePng({ width, height, channels: 1, pixel: (x, y) => [isMiddle(x, y) ? 255 : 0] })
      : encodePng({ width, height, channels: 3, pixel: (x, y) => [(x * 255) / width, (y * 255) / height, 128] });
  made += 1;
  const file = path.join(folder, `prepared-${made}.png`);
  await writeFile(file, bytes);
  return { path: file, mime: "image/png", width, height, bytes: bytes.length };
}
