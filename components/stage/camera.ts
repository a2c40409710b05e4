/** Where one looks: fits, moves, zooms and turns the view within the room, and tells it whenever it changed. */
import {
  centreView,
  keepInReach,
  type Point,
  type Sides,
  type Size,
  toScreen,
  turnAbout,
  type Viewport,
  zoomAbout,
} from "#components/ui/viewport.ts";

import { fitAround, type Surround } from "./fit-around.ts";

export class Camera {
  view: Viewport = { zoom: 1, x: 0, y: 0 };
  room: Size = { width: 0, height: 0 };
  private insets: Sides = { left: 0, top: 0, right: 0, bottom: 0 };
  private surround: Surround | undefined;
  private isFitted = true;
  private readonly picture: Size;
  private readonly tell: (view: Viewport) => void;

  constructor(picture: Size, tell: (view: Viewport) => void) {
    this.picture = picture;
    this.tell = tell;
  }

  /** What was fitted stays fitted when the room changes. */
  measure(room: Size, insets: Sides): void {
    this.room = room;
    this.insets = insets;
    if (this.isFitted) this.fit();
    else this.look(this.view);
  }

  fit(): void {
    this.isFitted = true;
    this.view = fitAround(this.room, this.picture, this.insets, this.surround);
    this.tell(this.view);
  }

  /** What is fitted together with the picture. */
  setSurround(surround: Surround): void {
    this.surround = surround;
    if (this.isFitted) this.fit();
  }

  zoomTo(zoom: number): void {
    if (zoom === 1 && !this.view.angle) this.look(centreView(this.room, this.picture, 1, this.insets));
    else this.zoomBy(zoom / this.view.zoom);
  }

  zoomBy(factor: number, about = this.middle): void {
    this.look(zoomAbout(this.view, about, this.view.zoom * factor));
  }

  panBy(dx: number, dy: number): void {
    this.look({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  /** Brings a place of the picture to the middle of the room. */
  centreOn(place: Point): void {
    const from = toScreen(this.view, place);
    this.panBy(this.middle.x - from.x, this.middle.y - from.y);
  }

  /** Degrees, clockwise. */
  turnBy(degrees: number): void {
    this.look(turnAbout(this.view, this.middle, (degrees * Math.PI) / 180));
  }

  /** Follows a pointer that goes around the middle of the room. */
  turnAlong(from: Point, to: Point): void {
    const { x, y } = this.middle;
    this.look(turnAbout(this.view, this.middle, Math.atan2(to.y - y, to.x - x) - Math.atan2(from.y - y, from.x - x)));
  }

  private get middle(): Point {
    return { x: this.room.width / 2, y: this.room.height / 2 };
  }

  private look(view: Viewport): void {
    this.isFitted = false;
    this.view = keepInReach(view, this.room, this.picture);
    this.tell(this.view);
  }
}
