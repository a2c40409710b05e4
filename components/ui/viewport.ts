/** Where the picture lies on the screen: plain numbers, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a pointer was, and how hard it pressed. */
export interface TracePoint extends Point {
  /** 0..1; 1 where the device cannot tell. */
  readonly pressure: number;
}

export interface Viewport {
  /** Screen pixels for one pixel of the picture. */
  readonly zoom: number;
  /** Where the picture's top left corner stands. */
  readonly x: number;
  readonly y: number;
}

const minZoom = 0.02;
const maxZoom = 32;
const margin = 16;
/** This much of the picture always stays in reach. */
const leastVisible = 40;

export function fitView(room: Size, picture: Size): Viewport {
  const zoom = clampZoom(
    Math.min((room.width - 2 * margin) / picture.width, (room.height - 2 * margin) / picture.height, Math.max(2, 200 / picture.width)),
  );
  return centreView(room, picture, zoom);
}

export function centreView(room: Size, picture: Size, zoom: number): Viewport {
  return { zoom, x: (room.width - picture.width * zoom) / 2, y: (room.height - picture.height * zoom) / 2 };
}

/** What lies under the point stays under it. */
export function zoomAbout(view: Viewport, point: Point, zoom: number): Viewport {
  const next = clampZoom(zoom);
  const ratio = next / view.zoom;
  return { zoom: next, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio };
}

export function keepInReach(view: Viewport, room: Size, picture: Size): Viewport {
  return {
    zoom: view.zoom,
    x: clamp(view.x, leastVisible - picture.width * view.zoom, room.width - leastVisible),
    y: clamp(view.y, leastVisible - picture.height * view.zoom, room.height - leastVisible),
  };
}

export function toPicture(view: Viewport, { x, y }: Point): Point {
  return { x: (x - view.x) / view.zoom, y: (y - view.y) / view.zoom };
}

export function toScreen({ zoom, x, y }: Viewport, point: Point): Point {
  return { x: point.x * zoom + x, y: point.y * zoom + y };
}

export function clampZoom(zoom: number): number {
  return clamp(zoom, minZoom, maxZoom);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
