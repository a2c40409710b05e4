import { describe, expect, it } from "vitest";
import { newFilm } from "../light/film.ts";
import { hex } from "../light/radiance.ts";
import { paintSunflower } from "./sunflower.ts";

const painted = (turn: number, size = 20) => {
  const film = newFilm(80, 110);
  const petals = hex("f2b01e");
  paintSunflower(film, { x: 40, y: 30, size, turn, petals, leaves: hex("4f7c2c"), sunSide: 1 });
  return film;
};

describe("a sunflower", () => {
  const at = (film: ReturnType<typeof painted>, x: number, y: number): readonly number[] => [
    ...film.data.subarray((y * 80 + x) * 3, (y * 80 + x) * 3 + 3),
  ];

  it("has a dark disc, yellow petals about it and green leaves under them", () => {
    const film = painted(1);
    const [discRed = 0] = at(film, 41, 31);
    const [red = 0, green = 0, blue = 0] = at(film, 27, 30);
    const leaf = at(film, 33, 62);
    expect(red).toBeGreaterThan(discRed * 2);
    expect(Math.min(red, green)).toBeGreaterThan(blue * 3);
    expect(leaf[1]).toBeGreaterThan((leaf[0] ?? 0) * 1.2);
  });

  it("is like no other", () => {
    expect(painted(1).data).not.toEqual(painted(2).data);
  });

  it("is a speck without leaves where it is far", () => {
    expect(at(painted(1, 1.5), 39, 40)).toEqual([0, 0, 0]);
  });
});
