import { describe, expect, it } from "vitest";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { readAir } from "./air.ts";
import { applyWeather } from "./weather.ts";

/** Grey pavement below a blue sky, and a coat of a strong red on it. */
function pavement(): Raster {
  const picture = newRaster(120, 90, 3);
  for (let i = 0; i < 120 * 90; i++) {
    const [x, y] = [i % 120, Math.floor(i / 120)];
    picture.data.set(y < 40 ? [120, 160, 220] : x > 50 && x < 70 && y > 66 ? [190, 40, 36] : [118, 116, 112], i * 3);
  }
  return picture;
}

/** Mean green of a row's pixels, flakes aside by the median. */
function greenOf(picture: Raster, y: number, from: number, to: number): number {
  const values = Array.from({ length: to - from }, (_, x) => picture.data[(y * 120 + from + x) * 3 + 1] as number);
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

describe("weather", () => {
  it("hides what is far and grey in fog, the blue sky too, and less of what stands near", () => {
    const before = pavement();
    const foggy = finish(applyWeather(before, "fog", 1.7, 3));
    const kept = (y: number, x: number): number => {
      const at = (y * 120 + x) * 3;
      const spread = ({ data }: Raster): number => Math.max(...data.subarray(at, at + 3)) - Math.min(...data.subarray(at, at + 3));
      return spread(foggy) / spread(before);
    };
    expect(kept(80, 60)).toBeGreaterThan(0.34);
    expect(kept(20, 60)).toBeLessThan(0.25);
  });
  it("ends at the edge of a tower: no pale rim stands around what fog lies behind", () => {
    const [width, height] = [240, 180];
    const tower = newRaster(width, height, 3);
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      const isTower = x > 90 && x < 150 && y > 40;
      tower.data.set(isTower ? [170, 60, 44] : y < 120 ? [150, 176, 214] : [112, 112, 108], i * 3);
    }
    const { data } = finish(applyWeather(tower, "fog", 1, 3));
    const redAt = (x: number): number => data[(80 * width + x) * 3] as number;
    expect(Math.abs(redAt(93) - redAt(120))).toBeLessThan(9);
    expect(Math.abs(redAt(87) - redAt(84))).toBeLessThan(4);
    expect(Math.abs(redAt(87) - redAt(70))).toBeLessThan(5);
  });
  it("lays snow on what faces up, and draws no white line along every edge of a wall", () => {
    const [width, height] = [240, 180];
    const wall = newRaster(width, height, 3);
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      const brick = (Math.floor(x / 4) + Math.floor(y / 4)) % 2 === 0 ? 70 : 110;
      wall.data.fill(y > 130 ? 120 : brick, i * 3, i * 3 + 3);
    }
    const { data } = finish(applyWeather(wall, "snow", 1, 3));
    const rows = (from: number, to: number): number[] =>
      Array.from({ length: (to - from) * width }, (_, n) => data[(from * width + n) * 3] as number).toSorted((a, b) => a - b);
    const bricks = rows(90, 112);
    const spread = (bricks[Math.floor(0.85 * bricks.length)] as number) - (bricks[Math.floor(0.15 * bricks.length)] as number);
    expect(spread).toBeLessThan(45);
    const ground = rows(160, 178);
    expect(ground[ground.length >> 1]).toBeGreaterThan((bricks[bricks.length >> 1] as number) + 30);
  });
  it("lets rays of the sun through one beside the other", () => {
    const grey = newRaster(160, 120, 3);
    grey.data.fill(96);
    const lit = finish(applyWeather(grey, "sunlight", 1, 3));
    const row = Array.from({ length: 160 }, (_, x) => lit.data[(50 * 160 + x) * 3] as number);
    const turns = row.filter(
      (value, x) => x > 2 && x < 157 && value > (row[x - 3] as number) + 0.5 && value > (row[x + 3] as number) + 0.5,
    );
    expect(turns.length).toBeGreaterThan(3);
    expect(Math.max(...row) - Math.min(...row)).toBeGreaterThan(45);
  });
  it("lets much snow lie on the ground, and on what has a colour of its own less", () => {
    const [some, much] = [1, 1.7].map((strength) => finish(applyWeather(pavement(), "snow", strength, 3))) as [Raster, Raster];
    const ground = greenOf(much, 80, 0, 45);
    expect(ground).toBeGreaterThan(185);
    expect(ground - greenOf(some, 80, 0, 45)).toBeGreaterThan(25);
    expect(greenOf(much, 80, 54, 66)).toBeLessThan(ground - 40);
  });
  it("leaves what stands near as near as its feet, however high its head", () => {
    const before = pavement();
    const subject = newPlane(120, 90);
    for (let y = 20; y < 86; y++) for (let x = 50; x < 70; x++) subject.data[y * 120 + x] = 1;
    const farAt = (far: Plane, y: number): number => far.data[y * 120 + 60] as number;
    const [plain, standing] = [finish(readAir(before)).far, finish(readAir(before, subject)).far];
    expect(farAt(plain, 48) - farAt(standing, 48)).toBeGreaterThan(0.25);
    expect(farAt(standing, 48)).toBeCloseTo(farAt(standing, 70), 0);
  });
});
