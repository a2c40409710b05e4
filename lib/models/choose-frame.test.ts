import { describe, expect, it } from "vitest";
import { isAppError } from "#lib/errors.ts";
import type { Box } from "#lib/wire.ts";
import { canvasOf, chooseFrame, type FrameRequest, frameFor, noExpansion, reachOf, scaleOf, smallestBox } from "./choose-frame.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";

const rule = fluxFillDev.workingSize;
const large = { width: 6000, height: 4000 };
const request = (painted: Box | null, more: Partial<FrameRequest> = {}): FrameRequest => ({
  picture: large,
  painted,
  expand: noExpansion,
  rule,
  ...more,
});

function faultOf(act: () => unknown): { field: string; message: string } | null {
  try {
    act();
    return null;
  } catch (error) {
    return isAppError(error) ? (error.faults[0] ?? null) : null;
  }
}

describe("chooseFrame", () => {
  it("shows a small area with ground around it at the picture's own size", () => {
    const frame = chooseFrame(request({ x: 3000, y: 2000, width: 200, height: 100 }));
    expect(frame).toEqual({
      method: "paste",
      expand: noExpansion,
      box: { x: 2620, y: 1618, width: 960, height: 864 },
      content: [960, 864],
      working: [960, 864],
    });
  });

  it("gives up some of the ground where the model then works at the picture's own size, and scales what is larger", () => {
    expect(chooseFrame(request({ x: 3000, y: 2000, width: 1200, height: 1000 })).content).toEqual([1440, 1440]);
    const wide = chooseFrame(request({ x: 1000, y: 1000, width: 3000, height: 1500 }));
    expect(wide.box).toEqual({ x: 0, y: 0, width: 5280, height: 3776 });
    expect(wide.working).toEqual([1440, 1056]);
    expect(scaleOf(wide)).toBeCloseTo(1440 / 5280, 3);
  });

  it("slides inside the picture at its borders and never leaves it", () => {
    const corner = chooseFrame(request({ x: 5990, y: 0, width: 10, height: 10 }));
    expect(corner.box.x + corner.box.width).toBe(6000);
    expect(corner.box.y).toBe(0);
  });

  it("mirrors a picture whose sides the model does not take instead of stretching it", () => {
    const frame = chooseFrame(request({ x: 0, y: 0, width: 9, height: 9 }, { picture: { width: 500, height: 301 } }));
    expect(frame).toMatchObject({ box: { x: 0, y: 0, width: 500, height: 301 }, content: [500, 301], working: [512, 320] });
    const dot = chooseFrame(request({ x: 0, y: 0, width: 1, height: 1 }, { picture: { width: 1, height: 1 } }));
    expect(dot).toMatchObject({ content: [1, 1], working: [64, 64] });
  });

  it("follows a model that only knows some shapes, and one with a limit of pixels", () => {
    const sizes = [
      [1024, 1024],
      [1344, 768],
    ] as const;
    const shaped = chooseFrame(request({ x: 2000, y: 2000, width: 900, height: 300 }, { rule: { rule: "preferred", sizes } }));
    expect(shaped.working).toEqual([1344, 768]);
    expect(shaped.content[0]).toBeLessThanOrEqual(1344);
    expect(shaped.content[1]).toBeLessThanOrEqual(768);
    const limited = chooseFrame(
      request({ x: 0, y: 0, width: 4000, height: 4000 }, { rule: { rule: "fit", maxSide: 2048, maxPixels: 1_000_000, multipleOf: 16 } }),
    );
    expect(limited.working[0] * limited.working[1]).toBeLessThanOrEqual(1_000_000);
  });

  it("holds what is painted and its seam for any area of any picture, in whole pixels, within the model's sizes", () => {
    let seed = 7;
    const draw = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 500; round++) {
      const picture = { width: 1 + draw(7000), height: 1 + draw(7000) };
      const [x, y] = [draw(picture.width), draw(picture.height)];
      const painted = { x, y, width: 1 + draw(picture.width - x), height: 1 + draw(picture.height - y) };
      const expand = round % 3 === 0 ? { left: draw(40), top: draw(40), right: draw(40), bottom: draw(40) } : noExpansion;
      const asked = request(painted, { picture, expand });
      const frame = chooseFrame(asked);
      const canvas = canvasOf(picture, expand);
      expect(frame.box.x + frame.box.width).toBeLessThanOrEqual(canvas.width);
      expect(frame.box.y + frame.box.height).toBeLessThanOrEqual(canvas.height);
      expect(Math.max(...frame.working)).toBeLessThanOrEqual(1440);
      expect(frame.working.map((side) => side % 32)).toEqual([0, 0]);
      expect(frame.content[0] <= frame.working[0] && frame.content[1] <= frame.working[1]).toBe(true);
      expect(frameFor(asked, frame.box)).toEqual(frame);
    }
  });

  it("grows the canvas and shows the new border with what lies beside it", () => {
    const expand = { left: 300, top: 0, right: 0, bottom: 0 };
    const frame = chooseFrame(request(null, { picture: { width: 1000, height: 800 }, expand }));
    expect(frame.box.x).toBe(0);
    expect(frame.box).toMatchObject({ y: 0, height: 800 });
    expect(frame.box.width).toBeGreaterThan(300 + reachOf(frame));
  });

  it("refuses a canvas that is too large or made of no whole pixels, naming expand", () => {
    expect(faultOf(() => chooseFrame(request(null, { expand: { ...noExpansion, left: 7000 } })))?.field).toBe("expand");
    expect(faultOf(() => chooseFrame(request(null, { expand: { ...noExpansion, top: 1.5 } })))?.field).toBe("expand");
    expect(faultOf(() => chooseFrame(request(null, { expand: { ...noExpansion, top: -1 } })))?.field).toBe("expand");
  });
});

describe("frameFor", () => {
  const asked = request({ x: 3000, y: 2000, width: 200, height: 100 });

  it("takes the box a person drew as it is", () => {
    expect(frameFor(asked, { x: 2800, y: 1900, width: 501, height: 333 })).toMatchObject({ content: [501, 333], working: [512, 352] });
  });

  it("refuses a box that leaves the picture or cuts what is painted, naming box and what it must hold", () => {
    expect(faultOf(() => frameFor(asked, { x: 5900, y: 1900, width: 501, height: 333 }))?.field).toBe("box");
    expect(faultOf(() => frameFor(asked, { x: 2800.5, y: 1900, width: 501, height: 333 }))?.field).toBe("box");
    const cut = faultOf(() => frameFor(asked, { x: 3000, y: 1900, width: 501, height: 333 }));
    const least = smallestBox(asked, { box: { x: 0, y: 0, width: 1, height: 1 }, content: [1, 1] });
    expect(cut).toMatchObject({ field: "box", message: expect.stringContaining(`${least.x}, ${least.y}, ${least.width}×${least.height}`) });
  });
});
