import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Trace, touchTraces } from "#lib/testing/touch-traces.ts";
import { TraceHost } from "#lib/testing/trace-host.ts";
import { type Hands, PointerHands } from "./pointer-hands.ts";

/** What the hands make of it, kept in the order it came. */
function replay(trace: Trace, hands: Partial<Hands> = {}) {
  const host = new TraceHost();
  const seen = { strokes: [] as { x: number; y: number; pressure: number }[][], taps: [] as number[], panned: 0, zoom: 1, touches: "" };
  let points: { x: number; y: number; pressure: number }[] | null = null;
  new PointerHands(host as unknown as HTMLElement, {
    isPanning: () => false,
    begin: (at) => {
      points = [at];
    },
    extend: (traced) => points?.push(...traced),
    end: () => {
      if (points) seen.strokes.push(points);
      points = null;
    },
    abort: () => {
      points = null;
    },
    hover: () => undefined,
    panBy: (dx, dy) => {
      seen.panned += Math.hypot(dx, dy);
    },
    zoomBy: (factor) => {
      seen.zoom *= factor;
    },
    tap: (fingers) => seen.taps.push(fingers),
    touch: (canPaint) => {
      seen.touches = canPaint ? "paint" : "move";
    },
    ...hands,
  });
  host.replay(trace);
  expect(points).toBeNull();
  return seen;
}

describe("fingers and pens", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    return () => vi.unstubAllGlobals();
  });

  it.each(Object.entries<Trace>(touchTraces))("leave no stray mark: %s", (_, trace) => {
    const { strokes, taps, zoom } = replay(trace);
    expect({ strokes: strokes.length, taps, zooms: Math.abs(zoom - 1) > 0.1 }).toEqual(trace.want);
  });

  it("let a pen's stroke be the pen's alone, with its pressure", () => {
    const trace = touchTraces.penWithPalm;
    const [stroke = []] = replay(trace).strokes;
    const pen = trace.events.filter(({ by, type, pressure = 0 }) => by === "pen" && (type === "down" || (type === "move" && pressure > 0)));
    expect(stroke.map(({ x, y, pressure }) => [x, y, pressure])).toEqual(pen.map(({ x, y, pressure }) => [x, y, pressure]));
  });

  it("keep the picture where it is under a resting hand", () => {
    // The hand was down before the pen was known; from then on it moves nothing.
    replay(touchTraces.penWithPalm);
    expect(replay(touchTraces.penWithPalm).panned).toBeLessThan(20);
  });

  it("remember over a session that there is a pen, so that a finger moves the picture", () => {
    expect(replay(touchTraces.oneFingerStroke).touches).toBe("paint");
    replay(touchTraces.fingerAfterPen);
    const { strokes, panned, touches } = replay(touchTraces.oneFingerStroke);
    expect({ strokes, touches }).toEqual({ strokes: [], touches: "move" });
    expect(panned).toBeGreaterThan(100);
  });

  it("move the picture with one finger where that was chosen", () => {
    const { strokes, panned } = replay(touchTraces.oneFingerStroke, { isPanning: ({ pointerType }) => pointerType === "touch" });
    expect(strokes).toEqual([]);
    expect(panned).toBeGreaterThan(100);
  });

  it("never nudge the picture by a tap", () => {
    const { panned, zoom } = replay(touchTraces.twoFingerTap);
    expect([panned, zoom]).toEqual([0, 1]);
  });

  it("follow a press that does something else with every step, and give it up for a second finger", () => {
    const steps: number[] = [];
    const drag = () => (from: { x: number }, to: { x: number }) => steps.push(to.x - from.x);
    expect(replay(touchTraces.oneFingerStroke, { dragOf: drag }).strokes).toEqual([]);
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeGreaterThan(250);
    steps.length = 0;
    replay(touchTraces.pinch, { dragOf: drag });
    expect(steps.length).toBeLessThan(6);
  });
});
