import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import type { Placing } from "./arrangement.ts";
import { cutSubject } from "./cut-subject.ts";
import { placeSubject } from "./place-subject.ts";
import { readArrangement } from "./words/read-arrangement.ts";

/** A red post on a pale wall, its foot well above the lower edge. */
function post(): Raster {
  const picture = newRaster(120, 120, 3);
  for (let i = 0; i < 120 * 120; i++) {
    const [x, y] = [i % 120, Math.floor(i / 120)];
    picture.data.set(x > 46 && x < 74 && y > 24 && y < 96 ? [200, 36, 30] : [214, 214, 210], i * 3);
  }
  return picture;
}

/** Sky over ground. */
function field(): Raster {
  const picture = newRaster(200, 120, 3);
  for (let i = 0; i < 200 * 120; i++) picture.data.set(Math.floor(i / 200) < 60 ? [150, 190, 235] : [96, 120, 70], i * 3);
  return picture;
}

const redness = (picture: Raster, x: number, y: number): number => {
  const at = (y * picture.width + x) * 3;
  return (picture.data[at] as number) - (picture.data[at + 1] as number);
};

function place(prompt: string): Raster {
  const cut = finish(cutSubject(post()));
  if (cut === undefined) throw new Error("Expected a subject");
  return finish(placeSubject(post(), cut, field(), readArrangement(prompt).arrangement as Placing)).picture;
}

function columnsOfRed(picture: Raster): readonly number[] {
  return Array.from({ length: picture.width }, (_, x) => x).filter((x) =>
    Array.from({ length: picture.height }, (_, y) => y).some((y) => redness(picture, x, y) > 80),
  );
}

describe("placing what was cut out", () => {
  it.each([
    ["put the post on the left of the tree", 0, 100],
    ["put the post on the right of the tree", 100, 200],
    ["put the post in the middle of the field", 60, 140],
  ])("%s", (prompt, from, to) => {
    const columns = columnsOfRed(place(prompt));
    expect(columns.length).toBeGreaterThan(10);
    expect(Math.min(...columns)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...columns)).toBeLessThan(to);
  });
  it("brings nothing of its old wall along, stands on the ground and throws a shadow", () => {
    const [placed, ground] = [place("put the post on the left of the tree"), field()];
    const columns = columnsOfRed(placed);
    const middle = columns[Math.floor(columns.length / 2)] as number;
    const rows = Array.from({ length: 120 }, (_, y) => y).filter((y) => redness(placed, middle, y) > 80);
    const foot = Math.max(...rows);
    expect(foot).toBeGreaterThan(90);
    const beside = (Math.min(...rows) * 200 + Math.min(...columns) - 6) * 3;
    expect([...placed.data.subarray(beside, beside + 3)]).toEqual([...ground.data.subarray(beside, beside + 3)]);
    const under = ((foot + 2) * 200 + middle) * 3 + 1;
    expect(placed.data[under] as number).toBeLessThan((ground.data[under] as number) - 15);
  });
  it("makes it as large as the words ask", () => {
    const rows = (prompt: string): number => columnsOfRed(place(prompt)).length;
    expect(rows("put the small post next to the tree")).toBeLessThan(rows("put the post next to the tree"));
  });
  it("cuts nothing from an even picture", () => {
    const even = newRaster(60, 40, 3);
    expect(finish(cutSubject(even))).toBeUndefined();
  });
  it("hangs what flies in the sky, where it darkens no ground", () => {
    const flying = place("the post flying in the sky");
    const rows = Array.from({ length: 120 }, (_, y) => y).filter((y) =>
      Array.from({ length: 200 }, (_, x) => x).some((x) => redness(flying, x, y) > 80),
    );
    expect(Math.max(...rows)).toBeLessThan(60);
    const [before, after] = [field(), flying].map(({ data }) => data.subarray(200 * 80 * 3));
    expect(after).toEqual(before);
  });
});
