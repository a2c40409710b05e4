import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawLawn } from "#lib/testing/lawn-picture.ts";
import { applyFilter } from "./filters.ts";
import { border } from "./frame.ts";

const lawn = drawLawn();

function coloursOf({ data, width, height }: Raster): number {
  return new Set(Array.from({ length: width * height }, (_, i) => data.subarray(i * 3, i * 3 + 3).join())).size;
}

function levelsOf({ data }: Raster): number {
  return new Set(data).size;
}

/** How alike neighbours are: 1 the same, 0 nothing to do with each other. */
function likenessOf({ data, width, height }: Raster): number {
  let [across, own] = [0, 0];
  for (let i = 0; i < width * height - 1; i++) {
    const [here, next] = [(data[i * 3] as number) - 128, (data[i * 3 + 3] as number) - 128];
    across += here * next;
    own += here * here;
  }
  return across / own;
}

describe("filters with numbers", () => {
  it("posterise each channel to as many levels as were asked for", () => {
    const filter = { name: "posterising", strength: 1, levels: 4 } as const;
    expect(levelsOf(finish(applyFilter(lawn, filter, 1)))).toBe(4);
  });
  it("posterise a stone wall in greys, with no pink or green specks", () => {
    const wall = newRaster(64, 64, 3);
    for (let i = 0; i < 4096; i++) {
      const shade = 90 + i / 32;
      wall.data.set([shade + 6, shade, shade - 5], i * 3);
    }
    const { data } = finish(applyFilter(wall, { name: "posterising", strength: 1 }, 1));
    const strongest = Math.max(
      ...Array.from(
        { length: 4096 },
        (_, i) => Math.max(...data.subarray(i * 3, i * 3 + 3)) - Math.min(...data.subarray(i * 3, i * 3 + 3)),
      ),
    );
    expect(strongest).toBeLessThan(20);
    expect(levelsOf({ width: 64, height: 64, channels: 3, data })).toBeLessThan(8);
  });
  it("leave as many colours as were asked for", () => {
    const filter = { name: "posterising", strength: 1, colours: 5 } as const;
    const shades = newRaster(200, 20, 3);
    for (let i = 0; i < 4000; i++) shades.data.set([i % 200, 255 - (i % 200), 120], i * 3);
    expect(coloursOf(finish(applyFilter(shades, filter, 1)))).toBe(5);
  });
  it("make grains as large as was asked for", () => {
    const grey = newRaster(96, 96, 3);
    grey.data.fill(128);
    const usual = likenessOf(finish(applyFilter(grey, { name: "grain", strength: 1 }, 1)));
    const large = likenessOf(finish(applyFilter(grey, { name: "grain", strength: 1, sizePx: 4 }, 1)));
    expect(large).toBeGreaterThan(usual + 0.2);
  });
  it("stay sharp where a tilt-shift was to be sharp", () => {
    const low = finish(applyFilter(lawn, { name: "tilt-shift", strength: 2, row: 0.82 }, 1));
    const usual = finish(applyFilter(lawn, { name: "tilt-shift", strength: 2 }, 1));
    const busyAt = ({ data, width }: Raster, row: number): number => {
      let sum = 0;
      for (let x = 1; x < width; x++)
        sum += Math.abs((data[(row * width + x) * 3 + 1] as number) - (data[(row * width + x - 1) * 3 + 1] as number));
      return sum / width;
    };
    expect(busyAt(low, 106)).toBeGreaterThan(3 * busyAt(usual, 106));
  });
});

it("bars of a film cover what is above and below, and nothing beside", () => {
  const { data } = finish(
    border({ ...newRaster(120, 90, 3), data: new Uint8ClampedArray(120 * 90 * 3).fill(200) }, { colour: [16, 16, 17], isBars: true }),
  );
  const redAt = (x: number, y: number): number => data[(y * 120 + x) * 3] as number;
  expect([redAt(60, 13), redAt(60, 76), redAt(60, 16), redAt(0, 45), redAt(119, 45)]).toEqual([16, 16, 200, 200, 200]);
});
