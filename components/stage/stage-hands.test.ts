import { beforeEach, describe, expect, it, vi } from "vitest";
import { PointerHands } from "#components/ui/pointer-hands.ts";
import type { MaskOperation, Stroke } from "#lib/mask/mask-document.ts";
import { type Trace, touchTraces } from "#lib/testing/touch-traces.ts";
import { TraceHost } from "#lib/testing/trace-host.ts";
import { Camera } from "./camera.ts";
import type { GestureView } from "./gesture-view.ts";
import type { MaskView } from "./mask-view.ts";
import { Painter } from "./painter.ts";
import { buildStageHands } from "./stage-hands.ts";
import { startSettings, type Tool } from "./tool-settings.ts";

/** What a trace leaves as operations, and what was shown on the way. */
function replay(trace: Trace, { tool = "brush", turned = 0 }: { readonly tool?: Tool; readonly turned?: number } = {}) {
  const committed: MaskOperation[] = [];
  let ahead = 0;
  const settings = { ...startSettings({ width: 1000, height: 1000 }), tool, size: 40 };
  const camera = new Camera({ width: 1000, height: 1000 }, () => undefined);
  camera.view = { zoom: 1, x: 0, y: 0, angle: turned };
  const mask = {
    extendStroke: () => undefined,
    showAhead: (_: unknown, points: readonly number[]) => {
      ahead += points.length / 3 - 1;
    },
  };
  const painter = new Painter({
    mask: mask as unknown as MaskView,
    gesture: { showOutline: () => undefined } as unknown as GestureView,
    view: () => camera.view,
    settings: () => settings,
    commit: (operation) => committed.push(operation),
    select: () => undefined,
  });
  const nothing = () => undefined;
  const parts = { camera, painter, held: () => null, settings: () => settings, onBrush: nothing };
  const host = new TraceHost();
  const hands = buildStageHands({ ...parts, makeWay: nothing, showMask: nothing, hover: nothing });
  new PointerHands(host as unknown as HTMLElement, hands);
  host.replay(trace);
  return { committed, strokes: committed.filter((one): one is Stroke => one.kind === "stroke"), ahead };
}

function widthsOf(stroke: Stroke | undefined): readonly number[] {
  return stroke?.points.filter((_, at) => at % 3 === 2) ?? [];
}

describe("a pen on the stage", () => {
  beforeEach(() => {
    vi.stubGlobal("sessionStorage", { getItem: () => null, setItem: () => undefined });
    return () => vi.unstubAllGlobals();
  });

  it("takes away with its other end what its tip painted, whatever the tool", () => {
    expect(replay(touchTraces.penTurnedAround).strokes.map(({ mode }) => mode)).toEqual(["add", "subtract"]);
    const lassoed = replay(touchTraces.penTurnedAround, { tool: "lasso" }).committed;
    expect(lassoed.map((one) => [one.kind, "mode" in one && one.mode])).toEqual([
      ["polygon", "add"],
      ["polygon", "subtract"],
    ]);
  });

  it("draws wider where it lies across its way, on a turned picture too", () => {
    const hardest = Math.max(...touchTraces.penOnItsSide.events.map(({ pressure = 0 }) => pressure));
    for (const turned of [0, 1.2]) {
      const widths = widthsOf(replay(touchTraces.penOnItsSide, { turned }).strokes[0]);
      expect(widths.at(-1)).toBeGreaterThan(hardest * 1.4);
      expect(Math.max(...widths)).toBeLessThanOrEqual(hardest * 2.5);
    }
  });

  it("paints in full size where the tablet knows no pressure", () => {
    expect(new Set(widthsOf(replay(touchTraces.penWithoutPressure).strokes[0]))).toEqual(new Set([1]));
  });

  it("shows more than it keeps: where the browser expects it next is no part of the stroke", () => {
    const { strokes, ahead } = replay(touchTraces.penOnItsSide);
    expect(ahead).toBeGreaterThan(20);
    const { events } = touchTraces.penOnItsSide;
    expect(widthsOf(strokes[0]).length).toBeLessThan(events.length);
  });
});
