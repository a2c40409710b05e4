/** An element as far as hands on a canvas ask for one, and the events that a trace sends it. */
import type { Trace, TraceEvent } from "./touch-traces.ts";

export class TraceHost extends EventTarget {
  focus(): void {}
  setPointerCapture(): void {}
  getBoundingClientRect() {
    return { left: 0, top: 0 };
  }

  /** Every event also says where the next two will be, as a browser that guesses well. */
  replay({ events }: Trace): void {
    const held = new Set<number>();
    for (const [at, event] of events.entries()) {
      if (event.type === "down") held.add(event.id);
      if (event.type === "up" || event.type === "cancel") held.delete(event.id);
      const isDown = held.has(event.id);
      const ahead = events.slice(at + 1, at + 3).filter(({ id, type }) => id === event.id && type === "move");
      this.dispatchEvent(
        pointerEventOf(
          event,
          isDown,
          ahead.map((next) => pointerEventOf(next, isDown, [])),
        ),
      );
    }
  }
}

function pointerEventOf(step: TraceEvent, isDown: boolean, ahead: readonly Event[]): Event {
  const { type, by, id, x, y, ms, pressure = 0.5, tiltX = 0, tiltY = 0 } = step;
  const event = new Event(`pointer${type}`, { cancelable: true });
  const buttons = step.buttons ?? (isDown ? 1 : 0);
  const button = type === "move" ? -1 : buttons === 32 ? 5 : 0;
  const facts = { pointerId: id, pointerType: by, clientX: x, clientY: y, pressure, tiltX, tiltY, button, buttons, timeStamp: ms };
  for (const [name, value] of Object.entries({ ...facts, getPredictedEvents: () => ahead })) Object.defineProperty(event, name, { value });
  return event;
}
