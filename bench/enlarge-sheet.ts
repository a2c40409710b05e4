/** For the eye: the richest spot of each photograph, three times as large, as each tool enlarged it and, last, as it was. */
import sharp from "sharp";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";

export interface Compared {
  readonly truth: Raster;
  /** In the order of the tools in the table. */
  readonly results: readonly Raster[];
}

const [spotWidth, spotHeight, zoom, gap] = [120, 84, 3, 6];

export async function writeEnlargeSheet(compared: readonly Compared[], file: string): Promise<void> {
  const cells = await Promise.all(
    compared.flatMap(({ truth, results }, row) => {
      const spot = richestSpot(truth);
      return [...results, truth].map(async (raster, column) => ({
        input: await cut(raster, spot),
        left: column * (spotWidth * zoom + gap),
        top: row * (spotHeight * zoom + gap),
      }));
    }),
  );
  const width = Math.max(...cells.map(({ left }) => left)) + spotWidth * zoom;
  const height = Math.max(...cells.map(({ top }) => top)) + spotHeight * zoom;
  await sharp({ create: { width, height, channels: 3, background: "white" } })
    .composite(cells)
    .png()
    .toFile(file);
}

interface Spot {
  readonly left: number;
  readonly top: number;
}

/** Where neighbours differ most, of places half a spot apart. */
function richestSpot(truth: Raster): Spot {
  const { width, height, data } = lumaPlane(truth);
  let [best, most]: [Spot, number] = [{ left: 0, top: 0 }, -1];
  for (let top = 0; top + spotHeight <= height; top += spotHeight / 2) {
    for (let left = 0; left + spotWidth <= width; left += spotWidth / 2) {
      let sum = 0;
      for (let y = top; y < top + spotHeight; y++) {
        for (let x = left + 1; x < left + spotWidth; x++)
          sum += Math.abs((data[y * width + x] as number) - (data[y * width + x - 1] as number));
      }
      if (sum > most) [best, most] = [{ left, top }, sum];
    }
  }
  return best;
}

function cut({ width, height, channels, data }: Raster, spot: Spot): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels } })
    .extract({ ...spot, width: spotWidth, height: spotHeight })
    .resize(spotWidth * zoom, spotHeight * zoom, { kernel: "nearest" })
    .png()
    .toBuffer();
}
