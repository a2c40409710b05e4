/**
 * Mouse, pen and fingers on the canvas, told apart: one paints, two fingers pan and zoom, the middle button and a held Space pan,
 * taps of two and three fingers are told. Once a pen was seen a finger no longer paints, and while one is at work no touch counts:
 * a palm rests on the glass.
 */
import { FingerTaps } from "./finger-taps.ts";
import { PenHabit } from "./pen-habit.ts";
import { isPenPress, leanOf, PenPress } from "./pen-press.ts";
import type { Point, TracePoint } from "./viewport.ts";

/** What a press that does not paint does with every step of the pointer. */
export type Drag = (from: Point, to: Point) => void;

export interface Hands {
  isPanning(event: PointerEvent): boolean;
  /** A press that is neither painting nor panning; null where it is. */
  dragOf?(event: PointerEvent, at: Point): Drag | null;
  begin(at: TracePoint, event: PointerEvent): void;
  /** `ahead` is where the browser expects a pen or a finger next: to be shown at most, never kept. */
  extend(trace: readonly TracePoint[], event: PointerEvent, ahead: readonly TracePoint[]): void;
  end(event: PointerEvent): void;
  abort(): void;
  hover(at: Point | null): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number, about: Point): void;
  /** Two or more fingers came and went at once. */
  tap?(fingers: number): void;
  /** A finger touched; whether one may paint. */
  touch?(canPaint: boolean): void;
}

interface Press {
  readonly id: number;
  readonly isTouch: boolean;
}

export class PointerHands {
  private readonly host: HTMLElement;
  private readonly hands: Hands;
  private readonly touches = new Map<number, Point>();
  private readonly listeners = new AbortController();
  private readonly taps = new FingerTaps();
  private readonly pen = new PenHabit();
  private readonly press = new PenPress();
  private origin: Point = { x: 0, y: 0 };
  private painter: Press | null = null;
  private dragged: (Press & { readonly drag: Drag; last: Point }) | null = null;

  constructor(host: HTMLElement, hands: Hands) {
    this.host = host;
    this.hands = hands;
    const options = { signal: this.listeners.signal };
    host.addEventListener("pointerdown", (event) => this.down(event), options);
    host.addEventListener("pointermove", (event) => this.move(event), options);
    host.addEventListener("pointerup", (event) => this.up(event, false), options);
    host.addEventListener("pointercancel", (event) => this.up(event, true), options);
    host.addEventListener("pointerenter", () => this.findOrigin(), options);
    host.addEventListener("pointerleave", () => hands.hover(null), options);
    host.addEventListener("wheel", (event) => this.wheel(event), { ...options, passive: false });
    host.addEventListener("contextmenu", (event) => event.preventDefault(), options);
  }

  destroy(): void {
    this.listeners.abort();
  }

  private down(event: PointerEvent): void {
    // Else every move comes a second time as a mouse's, and the page would walk its tree for each.
    event.preventDefault();
    this.findOrigin();
    this.host.focus({ preventScroll: true });
    this.host.setPointerCapture(event.pointerId);
    const at = this.pointOf(event);
    const isTouch = event.pointerType === "touch";
    if (event.pointerType === "pen") this.takePen(event);
    if (isTouch && !this.takeTouch(event, at)) return;
    if (this.painter || this.dragged) return;
    const press = { id: event.pointerId, isTouch };
    const isPalm = isTouch && this.pen.hasBeenSeen;
    const drag = this.hands.dragOf?.(event, at) ?? null;
    if (drag) this.dragged = { ...press, drag, last: at };
    else if (event.button === 1 || isPalm || this.hands.isPanning(event)) {
      this.dragged = { ...press, drag: (from, to) => this.hands.panBy(to.x - from.x, to.y - from.y), last: at };
    } else if (event.button === 0 || isPenPress(event)) {
      this.painter = press;
      this.hands.begin(at, event);
    }
  }

  /** The hand that holds the pen came down first: what it has done so far was not meant. */
  private takePen({ timeStamp }: PointerEvent): void {
    this.pen.notice(timeStamp, true);
    this.touches.clear();
    this.taps.forget();
    if (this.painter?.isTouch) this.giveUpPainting();
    if (this.dragged?.isTouch) this.dragged = null;
  }

  /** Answers whether this touch may begin something by itself. */
  private takeTouch({ pointerId, timeStamp }: PointerEvent, at: Point): boolean {
    const isOther = (this.painter ?? this.dragged)?.isTouch === false;
    if (isOther || this.pen.isAtWork(timeStamp)) return false;
    this.hands.touch?.(!this.pen.hasBeenSeen);
    this.touches.set(pointerId, at);
    this.taps.down(pointerId, at, timeStamp);
    if (this.touches.size === 1) return true;
    if (this.painter) this.giveUpPainting();
    this.dragged = null;
    return false;
  }

  private giveUpPainting(): void {
    this.painter = null;
    this.hands.abort();
  }

  private move(event: PointerEvent): void {
    const at = this.pointOf(event);
    if (event.pointerType === "pen") this.pen.notice(event.timeStamp, event.buttons !== 0);
    this.taps.move(event.pointerId, at);
    if (this.touches.size === 2 && this.touches.has(event.pointerId)) {
      this.pinch(event.pointerId, at);
      return;
    }
    if (this.touches.has(event.pointerId)) this.touches.set(event.pointerId, at);
    if (this.dragged?.id === event.pointerId) {
      this.dragged.drag(this.dragged.last, at);
      this.dragged.last = at;
    } else if (this.painter?.id === event.pointerId) {
      const events = event.getCoalescedEvents?.() ?? [];
      const trace = (events.length > 0 ? events : [event]).map((one) => this.pointOf(one));
      // A mouse has its cursor where it is; paint ahead of it would only look wrong.
      const ahead = event.pointerType === "mouse" ? [] : (event.getPredictedEvents?.() ?? []);
      this.hands.extend(
        trace,
        event,
        ahead.map((one) => this.pointOf(one)),
      );
    }
    if (event.pointerType !== "touch") this.hands.hover(at);
  }

  private up(event: PointerEvent, isCanceled: boolean): void {
    if (event.pointerType === "pen") this.pen.notice(event.timeStamp, false);
    this.touches.delete(event.pointerId);
    const fingers = this.taps.up(event.pointerId, event.timeStamp);
    if (isCanceled) this.taps.forget();
    else if (fingers > 1) this.hands.tap?.(fingers);
    if (this.dragged?.id === event.pointerId) this.dragged = null;
    if (this.painter?.id !== event.pointerId) return;
    if (isCanceled) this.giveUpPainting();
    else {
      this.painter = null;
      this.hands.end(event);
    }
  }

  private pinch(id: number, at: Point): void {
    const before = [...this.touches.values()];
    this.touches.set(id, at);
    // Fingers that tap must not nudge the picture.
    if (this.taps.couldBeTap) return;
    const after = [...this.touches.values()];
    const [middle, next] = [middleOf(before), middleOf(after)];
    this.hands.panBy(next.x - middle.x, next.y - middle.y);
    const spread = spreadOf(before);
    if (spread > 0) this.hands.zoomBy(spreadOf(after) / spread, next);
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    this.findOrigin();
    const step = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      const at = { x: event.clientX - this.origin.x, y: event.clientY - this.origin.y };
      this.hands.zoomBy(Math.exp((-event.deltaY * step) / 300), at);
    } else if (event.shiftKey) this.hands.panBy(-event.deltaY * step, -event.deltaX * step);
    else this.hands.panBy(-event.deltaX * step, -event.deltaY * step);
  }

  private findOrigin(): void {
    const { left, top } = this.host.getBoundingClientRect();
    this.origin = { x: left, y: top };
  }

  private pointOf(event: PointerEvent): TracePoint {
    const at = { x: event.clientX - this.origin.x, y: event.clientY - this.origin.y, pressure: this.press.pressureOf(event) };
    const lean = leanOf(event);
    return lean ? { ...at, lean } : at;
  }
}

function middleOf([one, other]: readonly Point[]): Point {
  return { x: ((one?.x ?? 0) + (other?.x ?? 0)) / 2, y: ((one?.y ?? 0) + (other?.y ?? 0)) / 2 };
}

function spreadOf([one, other]: readonly Point[]): number {
  return Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
}
