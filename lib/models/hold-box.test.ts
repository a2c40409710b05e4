import { describe, expect, it } from "vitest";
import { chooseFrame, type FrameRequest, frameFor, noExpansion, smallestBox } from "./choose-frame.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { holdBox, slideBox } from "./hold-box.ts";

const rule = fluxFillDev.workingSize;
const request: FrameRequest = {
  picture: { width: 6000, height: 4000 },
  painted: { x: 3000, y: 2000, width: 200, height: 100 },
  expand: noExpansion,
  rule,
};

describe("holdBox", () => {
  it("leaves a box alone that lies within the rules", () => {
    const { box } = chooseFrame(request);
    expect(holdBox(request, box)).toEqual(box);
    expect(holdBox(request, { x: 2800, y: 1900, width: 501, height: 333 })).toEqual({ x: 2800, y: 1900, width: 501, height: 333 });
  });

  it("grows at the side where it would cut what is painted or its seam, and there alone", () => {
    expect(holdBox(request, { x: 3100, y: 1900, width: 401, height: 333 })).toEqual({ x: 2988, y: 1900, width: 513, height: 333 });
  });

  it("stays on the canvas, in whole pixels", () => {
    expect(holdBox(request, { x: -40.4, y: 1500.6, width: 7000, height: 1000.2 })).toMatchObject({ x: 0, y: 1501, width: 6000 });
    const grown = { ...request, expand: { left: 500, top: 0, right: 0, bottom: 0 } };
    expect(holdBox(grown, { x: 0, y: 0, width: 9000, height: 9000 })).toEqual({ x: 0, y: 0, width: 6500, height: 4000 });
  });

  it("is never smaller than a model's smallest picture where there is room", () => {
    const dot = { ...request, painted: { x: 3000, y: 2000, width: 1, height: 1 } };
    expect(holdBox(dot, { x: 2970, y: 1970, width: 20, height: 20 })).toMatchObject({ width: 64, height: 64 });
    const tiny = { ...request, picture: { width: 30, height: 20 }, painted: { x: 3, y: 3, width: 2, height: 2 } };
    expect(holdBox(tiny, { x: 5, y: 5, width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 30, height: 20 });
  });

  it("is always taken by the rule the server asks, whatever was drawn", () => {
    let seed = 11;
    const draw = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 500; round += 1) {
      const picture = { width: 1 + draw(7000), height: 1 + draw(6000) };
      const [x, y] = [draw(picture.width), draw(picture.height)];
      const painted = { x, y, width: 1 + draw(picture.width - x), height: 1 + draw(picture.height - y) };
      const expand = round % 3 === 0 ? { left: draw(90), top: draw(90), right: draw(90), bottom: 0 } : noExpansion;
      const asked: FrameRequest = { picture, painted, expand, rule };
      const drawn = { x: draw(7000) - 500, y: draw(7000) - 500, width: 1 + draw(5000), height: 1 + draw(5000) };
      for (const box of [holdBox(asked, drawn), slideBox(asked, holdBox(asked, drawn))]) expect(frameFor(asked, box).box).toEqual(box);
    }
  });
});

describe("slideBox", () => {
  const drawn = { x: 2800, y: 1900, width: 501, height: 333 };

  it("keeps its size and stops where it would let go of what is painted", () => {
    const least = smallestBox(request, frameFor(request, drawn));
    expect(slideBox(request, { ...drawn, x: 4000 })).toEqual({ ...drawn, x: least.x });
    expect(slideBox(request, { ...drawn, x: 100, y: 100 })).toEqual({
      ...drawn,
      x: least.x + least.width - drawn.width,
      y: least.y + least.height - drawn.height,
    });
  });

  it("stops at the picture's border", () => {
    const corner = { ...request, painted: { x: 0, y: 0, width: 50, height: 50 } };
    expect(slideBox(corner, { x: -90, y: 3, width: 400, height: 300 })).toEqual({ x: 0, y: 0, width: 400, height: 300 });
  });
});
