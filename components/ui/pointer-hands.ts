/**
 * Mouse, pen and fingers on the canvas, told apart: one paints, two fingers pan and zoom, the middle button and a held Space pan.
 * Once a pen was seen a finger no longer paints: a palm rests on the glass.
 */
import type { Point, TracePoint } from "./viewport.ts";

export interface Hands {
  isPanning(): boolean;
  begin(at: TracePoint, event: PointerEvent): void;
  extend(trace: readonly TracePoint[], event: PointerEvent): void;
  end(event: PointerEvent): void;
  abort(): void;
  hover(at: Point | null): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number, about: Point): void;
}

export class PointerHands {
  private readonly host: HTMLElement;
  private readonly hands: Hands;
  private readonly touches = new Map<number, Point>();
  private readonly listeners = new AbortController();
  private origin: Point = { x: 0, y: 0 };
  private painter: number | null = null;
  private panner: { readonly id: number; last: Point } | null = null;
  private hasSeenPen = false;

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
    if (event.pointerType === "pen") this.hasSeenPen = true;
    if (event.pointerType === "touch") this.touches.set(event.pointerId, at);
    if (this.touches.size === 2) {
      if (this.painter !== null) this.hands.abort();
      this.painter = null;
      this.panner = null;
      return;
    }
    if (this.painter !== null || this.touches.size > 2) return;
    const isPalm = event.pointerType === "touch" && this.hasSeenPen;
    if (event.button === 1 || isPalm || this.hands.isPanning()) {
      this.panner = { id: event.pointerId, last: at };
    } else if (event.button === 0) {
      this.painter = event.pointerId;
      this.hands.begin(at, event);
    }
  }

  private move(event: PointerEvent): void {
    const at = this.pointOf(event);
    if (this.touches.size === 2 && this.touches.has(event.pointerId)) {
      this.pinch(event.pointerId, at);
      return;
    }
    if (this.touches.has(event.pointerId)) this.touches.set(event.pointerId, at);
    if (this.panner?.id === event.pointerId) {
      this.hands.panBy(at.x - this.panner.last.x, at.y - this.panner.last.y);
      this.panner.last = at;
    } else if (this.painter === event.pointerId) {
      const events = event.getCoalescedEvents?.() ?? [];
      this.hands.extend(
        (events.length > 0 ? events : [event]).map((one) => this.pointOf(one)),
        event,
      );
    }
    if (event.pointerType !== "touch") this.hands.hover(at);
  }

  private up(event: PointerEvent, isCanceled: boolean): void {
    this.touches.delete(event.pointerId);
    if (this.panner?.id === event.pointerId) this.panner = null;
    if (this.painter !== event.pointerId) return;
    this.painter = null;
    if (isCanceled) this.hands.abort();
    else this.hands.end(event);
  }

  private pinch(id: number, at: Point): void {
    const before = [...this.touches.values()];
    this.touches.set(id, at);
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
    const pressure = event.pointerType === "pen" && event.pressure > 0 ? event.pressure : 1;
    return { x: event.clientX - this.origin.x, y: event.clientY - this.origin.y, pressure };
  }
}

function middleOf([one, other]: readonly Point[]): Point {
  return { x: ((one?.x ?? 0) + (other?.x ?? 0)) / 2, y: ((one?.y ?? 0) + (other?.y ?? 0)) / 2 };
}

function spreadOf([one, other]: readonly Point[]): number {
  return Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
}
