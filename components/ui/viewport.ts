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
  /** How a pen leans, as in pen-press.ts; absent where it stands upright or nobody knows. */
  readonly lean?: Point;
}

export interface Viewport {
  /** Screen pixels for one pixel of the picture. */
  readonly zoom: number;
  /** Where the picture's top left corner stands. */
  readonly x: number;
  readonly y: number;
  /** Radians that the picture is turned clockwise about that corner; upright where absent. */
  readonly angle?: number;
}

/** How far something reaches to each side: what bars take away from a room, or the box around some points. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const noInsets: Sides = { left: 0, top: 0, right: 0, bottom: 0 };

const minZoom = 0.02;
const maxZoom = 32;
const margin = 16;
/** This much of the picture always stays in reach. */
const leastVisible = 40;

export function fitView(room: Size, picture: Size, insets: Sides = noInsets): Viewport {
  const width = room.width - insets.left - insets.right - 2 * margin;
  const height = room.height - insets.top - insets.bottom - 2 * margin;
  const zoom = clampZoom(Math.min(width / picture.width, height / picture.height, Math.max(2, 200 / picture.width)));
  return centreView(room, picture, zoom, insets);
}

export function centreView(room: Size, picture: Size, zoom: number, { left, top, right, bottom } = noInsets): Viewport {
  return {
    zoom,
    x: (room.width + left - right - picture.width * zoom) / 2,
    y: (room.height + top - bottom - picture.height * zoom) / 2,
  };
}

/** What lies under the point stays under it. */
export function zoomAbout(view: Viewport, point: Point, zoom: number): Viewport {
  const next = clampZoom(zoom);
  const ratio = next / view.zoom;
  return { ...view, zoom: next, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio };
}

/** Turns the picture by so many radians; what lies under the point stays under it. */
export function turnAbout(view: Viewport, point: Point, by: number): Viewport {
  const corner = turn({ x: view.x - point.x, y: view.y - point.y }, by);
  const angle = (view.angle ?? 0) + by;
  return { zoom: view.zoom, x: point.x + corner.x, y: point.y + corner.y, angle: Math.atan2(Math.sin(angle), Math.cos(angle)) };
}

export function keepInReach(view: Viewport, room: Size, picture: Size): Viewport {
  const { left, top, right, bottom } = boundsOf(cornersOf(picture).map((corner) => toScreen({ ...view, x: 0, y: 0 }, corner)));
  return {
    ...view,
    x: clamp(view.x, leastVisible - right, room.width - leastVisible - left),
    y: clamp(view.y, leastVisible - bottom, room.height - leastVisible - top),
  };
}

export function toPicture({ zoom, x, y, angle = 0 }: Viewport, point: Point): Point {
  const upright = turn({ x: point.x - x, y: point.y - y }, -angle);
  return { x: upright.x / zoom, y: upright.y / zoom };
}

export function toScreen({ zoom, x, y, angle = 0 }: Viewport, point: Point): Point {
  const turned = turn({ x: point.x * zoom, y: point.y * zoom }, angle);
  return { x: turned.x + x, y: turned.y + y };
}

/** The corners of the room in pixels of the picture, clockwise. */
export function roomInPicture(view: Viewport, room: Size): readonly Point[] {
  return cornersOf(room).map((corner) => toPicture(view, corner));
}

export function boundsOf(points: readonly Point[]): Sides {
  const [across, down] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}

export function clampZoom(zoom: number): number {
  return clamp(zoom, minZoom, maxZoom);
}

function cornersOf({ width, height }: Size): readonly Point[] {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

function turn({ x, y }: Point, angle: number): Point {
  // Upright is by far the most frequent, and stays free of rounding.
  if (angle === 0) return { x, y };
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
