import { describe, expect, it } from "vitest";
import { findKinds } from "#lib/engine/eye/kinds.ts";
import type { Box } from "#lib/pixels/crop.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import type { CutOut } from "./cut-subject.ts";
import { layBehind } from "./lay-behind.ts";
import { placing } from "./words/placing.ts";

const size = { width: 1000, height: 800 };
const eyes = { at: 0.4, isSure: true };

function thing(said: string, [left, top, right, bottom]: readonly [number, number, number, number]): NamedBox {
  return { kind: findKinds(said)?.own[0] as number, score: 0.9, left, top, right, bottom };
}

/** Half as wide as it is tall. */
function figure(isCutBelow = false): CutOut {
  const box = { x: 100, y: 40, width: 100, height: 200 };
  return { mask: newPlane(400, 300), box, certainty: 1, skin: 0, isCutBelow, isCutOff: isCutBelow, isNamed: true };
}

const lay = (prompt: string, before: NamedBox, cut = figure()): Box => layBehind(before, eyes, cut, size, placing(prompt, 0, "next"));
const middleOf = ({ x, width }: Box): number => (x + width / 2) / size.width;

describe("laying a thing out behind another", () => {
  const car = thing("car", [0.3, 0.5, 0.7, 0.7]);

  it("is seen over what is lower, and stands a little farther back", () => {
    const man = lay("put the man behind the car", thing("dog", [0.4, 0.6, 0.6, 0.72]));
    expect(middleOf(man)).toBeCloseTo(0.5, 2);
    expect(man.y / size.height).toBeLessThan(0.5);
    const foot = (man.y + man.height) / size.height;
    expect(foot).toBeLessThan(0.72);
    expect(foot).toBeGreaterThan(0.66);
  });

  it("looks out at a side of what is as tall, on the one that is said", () => {
    for (const [prompt, isLeft] of [
      ["put the dog behind the car on the left", true],
      ["put the dog behind the car on the right", false],
    ] as const) {
      const dog = lay(prompt, car);
      const [from, to] = [dog.x / size.width, (dog.x + dog.width) / size.width];
      const edge = isLeft ? car.left : car.right;
      expect(from).toBeLessThan(edge);
      expect(to).toBeGreaterThan(edge);
      expect(Math.abs(middleOf(dog) - edge)).toBeLessThan(dog.width / size.width / 2);
    }
  });

  it("is so much taller than that as it is in life", () => {
    expect(lay("put the man behind the car", car).height / size.height).toBeCloseTo((1.68 / 1.5) * 0.2, 1);
    expect(lay("put the tiny man behind the car", car).height).toBeLessThan(0.6 * lay("put the man behind the car", car).height);
  });

  it("hides where somebody was cut off below", () => {
    const sofa = thing("sofa", [0.3, 0.5, 0.7, 0.8]);
    const bust = lay("put the man behind the sofa", sofa, figure(true));
    const foot = (bust.y + bust.height) / size.height;
    expect(foot).toBeGreaterThan(sofa.top);
    expect(foot).toBeLessThan(sofa.bottom);
    expect(bust.y / size.height).toBeLessThan(sofa.top - 0.1);
    expect(bust.x / size.width).toBeGreaterThan(sofa.left);
    expect((bust.x + bust.width) / size.width).toBeLessThan(sofa.right);
  });
});
