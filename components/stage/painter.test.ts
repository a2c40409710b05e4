import { describe, expect, it } from "vitest";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import type { GestureView } from "./gesture-view.ts";
import type { MaskView } from "./mask-view.ts";
import { Painter } from "./painter.ts";
import { startSettings, type Tool } from "./tool-settings.ts";

function painterWith(tool: Tool) {
  const committed: MaskOperation[] = [];
  const settings = { ...startSettings({ width: 100, height: 100 }), tool };
  const painter = new Painter({
    mask: { extendStroke: () => undefined } as unknown as MaskView,
    gesture: { showOutline: () => undefined } as unknown as GestureView,
    view: () => ({ zoom: 1, x: 0, y: 0 }),
    settings: () => settings,
    commit: (operation) => committed.push(operation),
    select: () => undefined,
  });
  const at = (x: number, y: number) => ({ x, y, pressure: 1 });
  const press = (x: number, y: number) => {
    painter.begin(at(x, y), false);
    painter.end(false);
  };
  return { painter, committed, at, press };
}

describe("a polygon", () => {
  it("takes a corner where the pointer is lifted", () => {
    const { painter, committed, at, press } = painterWith("polygon");
    press(10, 10);
    painter.begin(at(50, 12), false);
    painter.extend([at(60, 14), at(70, 10)], false);
    painter.end(false);
    press(40, 60);
    expect(painter.closePolygon()).toBe(true);
    expect(committed).toEqual([{ kind: "polygon", mode: "add", points: [10, 10, 70, 10, 40, 60] }]);
  });

  it("keeps its corners when a second finger comes, and loses them when it is forgotten", () => {
    const { painter, committed, at, press } = painterWith("polygon");
    press(10, 10);
    press(70, 10);
    painter.begin(at(30, 30), false);
    painter.giveUp();
    press(40, 60);
    press(12, 11);
    expect(committed).toEqual([{ kind: "polygon", mode: "add", points: [10, 10, 70, 10, 40, 60] }]);
    press(5, 5);
    expect(painter.forget()).toBe(true);
    expect([painter.isBusy, painter.forget()]).toEqual([false, false]);
  });
});

describe("a stroke", () => {
  it("is forgotten as a whole when it is given up", () => {
    const { painter, committed, at } = painterWith("brush");
    painter.begin(at(10, 10), false);
    painter.extend([at(40, 40)], false);
    painter.giveUp();
    painter.end(false);
    expect(committed).toEqual([]);
  });
});
