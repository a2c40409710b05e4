import { expect, it } from "vitest";
import { type BrushChange, dragBrush } from "./brush-drag.ts";
import { startSettings } from "./tool-settings.ts";

it("lets the brush's rim follow the hand, and hardness go up and down, each within its limits", () => {
  const settings = { ...startSettings({ width: 900, height: 600 }), size: 50, hardness: 0.5 };
  const seen: BrushChange[] = [];
  const drag = dragBrush(settings, 0.5, (brush) => seen.push(brush));
  drag({ x: 100, y: 100 }, { x: 110, y: 100 });
  drag({ x: 110, y: 100 }, { x: 110, y: 150 });
  drag({ x: 110, y: 150 }, { x: -900, y: 900 });
  expect(seen).toEqual([
    { size: 90, hardness: 0.5 },
    { size: 90, hardness: 0.75 },
    { size: 1, hardness: 1 },
  ]);
});
