/** Streams of touch and pen events as hands make them, and what they are to do; the same files are replayed on the class and on the page. */
import canceledFinger from "./traces/canceled-finger.json" with { type: "json" };
import fingerAfterPen from "./traces/finger-after-pen.json" with { type: "json" };
import oneFingerStroke from "./traces/one-finger-stroke.json" with { type: "json" };
import penOnItsSide from "./traces/pen-on-its-side.json" with { type: "json" };
import penTurnedAround from "./traces/pen-turned-around.json" with { type: "json" };
import penWithPalm from "./traces/pen-with-palm.json" with { type: "json" };
import penWithoutPressure from "./traces/pen-without-pressure.json" with { type: "json" };
import pinch from "./traces/pinch.json" with { type: "json" };
import threeFingerSwipe from "./traces/three-finger-swipe.json" with { type: "json" };
import threeFingerTap from "./traces/three-finger-tap.json" with { type: "json" };
import twoFingerTap from "./traces/two-finger-tap.json" with { type: "json" };

export interface TraceEvent {
  readonly type: "down" | "move" | "up" | "cancel";
  readonly by: "touch" | "pen";
  readonly id: number;
  /** Thousandths of the canvas. */
  readonly x: number;
  readonly y: number;
  readonly ms: number;
  readonly pressure?: number;
  readonly tiltX?: number;
  readonly tiltY?: number;
  /** As a pointer event has them; absent for the tip of a pen, or a finger. */
  readonly buttons?: number;
}

export interface Trace {
  readonly about: string;
  readonly want: { readonly strokes: number; readonly taps: readonly number[]; readonly zooms: boolean };
  readonly events: readonly TraceEvent[];
}

/** A line is: milliseconds, what happens, by what, which of them, x, y, how hard a pen presses, how far it leans over to the right and down, its buttons. */
function readTrace({
  about,
  want,
  events,
}: {
  readonly about: string;
  readonly want: Trace["want"];
  readonly events: readonly string[];
}): Trace {
  return {
    about,
    want,
    events: events.map((line) => {
      const [ms, type, by, id, x, y, pressure, tiltX, tiltY, buttons] = line.split(" ");
      const isType = type === "down" || type === "move" || type === "up" || type === "cancel";
      if (!isType || (by !== "touch" && by !== "pen")) throw new Error(`Expected a step of a trace but received ${line}`);
      const place: TraceEvent = { type, by, id: Number(id), x: Number(x), y: Number(y), ms: Number(ms) };
      if (pressure === undefined) return place;
      const lean = buttons === undefined ? {} : { tiltX: Number(tiltX), tiltY: Number(tiltY), buttons: Number(buttons) };
      return { ...place, pressure: Number(pressure), ...lean };
    }),
  };
}

export const touchTraces = {
  canceledFinger: readTrace(canceledFinger),
  fingerAfterPen: readTrace(fingerAfterPen),
  oneFingerStroke: readTrace(oneFingerStroke),
  penOnItsSide: readTrace(penOnItsSide),
  penTurnedAround: readTrace(penTurnedAround),
  penWithoutPressure: readTrace(penWithoutPressure),
  penWithPalm: readTrace(penWithPalm),
  pinch: readTrace(pinch),
  threeFingerSwipe: readTrace(threeFingerSwipe),
  threeFingerTap: readTrace(threeFingerTap),
  twoFingerTap: readTrace(twoFingerTap),
} as const satisfies Readonly<Record<string, Trace>>;
