/** The canvas: joins picture, layers, hands and the settings. Told what to show, it tells what was painted. */
import Konva from "konva";
import { PointerHands } from "#components/ui/pointer-hands.ts";
import { centreView, keepInReach, type Point, type Size, toPicture, type Viewport, zoomAbout } from "#components/ui/viewport.ts";
import type { Coverage } from "#lib/mask/coverage.ts";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import { fitAround, type Surround } from "./fit-around.ts";
import { GestureView } from "./gesture-view.ts";
import { MaskView } from "./mask-view.ts";
import { Painter } from "./painter.ts";
import { PictureView } from "./picture-view.ts";
import { type Import, type Selection, selectionWith } from "./selection.ts";
import { Selector } from "./selector.ts";
import type { ToolSettings } from "./tool-settings.ts";

interface CanvasStageOptions {
  readonly host: HTMLElement;
  readonly picture: Size;
  readonly sources: { readonly copy: string; readonly full: string };
  readonly settings: ToolSettings;
  readonly onPaint: (added: readonly MaskOperation[]) => void;
  /** True while a worker looks at the picture; false with whether it went well. */
  readonly onSelecting: (isSelecting: boolean, hasFailed: boolean) => void;
  readonly onView: (view: Viewport) => void;
  readonly onCoverage: (coverage: Coverage) => void;
}

const restMs = 120;

export class CanvasStage {
  private readonly options: CanvasStageOptions;
  private readonly stage: Konva.Stage;
  private readonly picture: PictureView;
  private readonly mask: MaskView;
  private readonly gesture = new GestureView();
  private readonly painter: Painter;
  private readonly hands: PointerHands;
  private readonly selector: Selector;
  private readonly resize: ResizeObserver;
  private settings: ToolSettings;
  private view: Viewport = { zoom: 1, x: 0, y: 0 };
  private room: Size = { width: 0, height: 0 };
  private isFitted = true;
  private surround: Surround | undefined;
  private isSpaceHeld = false;
  private pointer: Point | null = null;
  private cross: Point | null = null;
  private operations: readonly MaskOperation[] = [];
  private uploaded: CanvasImageSource | null = null;
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CanvasStageOptions) {
    const { host, picture, sources, settings } = options;
    this.options = options;
    this.settings = settings;
    this.picture = new PictureView(picture, sources);
    host.append(this.picture.element);
    this.stage = new Konva.Stage({ container: host.appendChild(document.createElement("div")), width: 1, height: 1, listening: false });
    this.mask = new MaskView(picture);
    this.stage.add(this.mask.layer, this.gesture.layer);
    const parts = { mask: this.mask, gesture: this.gesture, view: () => this.view, settings: () => this.settings };
    this.painter = new Painter({
      ...parts,
      commit: (operation) => this.commit(operation),
      select: (trace) => void this.select(selectionWith(this.settings, trace, this.operations)),
    });
    this.selector = new Selector({ ...picture, source: sources.full });
    this.hands = new PointerHands(host, {
      isPanning: () => this.isSpaceHeld || this.settings.tool === "hand",
      begin: (at, event) => {
        this.replaceUploaded();
        this.painter.begin({ ...toPicture(this.view, at), pressure: at.pressure }, event.shiftKey);
      },
      extend: (trace, event) =>
        this.painter.extend(
          trace.map((at) => ({ ...toPicture(this.view, at), pressure: at.pressure })),
          event.shiftKey,
        ),
      end: (event) => this.painter.end(event.shiftKey),
      abort: () => void this.abort(),
      hover: (at) => this.hover(at),
      panBy: (dx, dy) => this.setView({ ...this.view, x: this.view.x + dx, y: this.view.y + dy }),
      zoomBy: (factor, about) => this.setView(zoomAbout(this.view, about, this.view.zoom * factor)),
    });
    this.resize = new ResizeObserver(() => this.measure());
    this.resize.observe(host);
    host.tabIndex = 0;
    host.append(this.gesture.cursor);
    this.measure();
  }

  setSettings(settings: ToolSettings): void {
    if (settings.tool !== this.settings.tool) this.abort();
    this.settings = settings;
    this.mask.setLook(settings.look);
    this.showCursor();
  }

  setMask(operations: readonly MaskOperation[], uploaded: CanvasImageSource | null): void {
    this.operations = operations;
    this.uploaded = uploaded;
    this.mask.show(operations, uploaded, this.view);
    this.options.onCoverage(this.mask.coverage());
  }

  fit(): void {
    this.setView(fitAround(this.room, this.options.picture, this.options.host, this.surround), true);
  }

  setSurround(surround: Surround): void {
    this.surround = surround;
    if (this.isFitted) this.fit();
  }

  zoomTo(zoom: number): void {
    if (zoom === 1) this.setView(centreView(this.room, this.options.picture, 1));
    else this.setView(zoomAbout(this.view, { x: this.room.width / 2, y: this.room.height / 2 }, zoom));
  }

  zoomBy(factor: number): void {
    this.zoomTo(this.view.zoom * factor);
  }

  /** Forgets the gesture in progress; answers whether there was one. */
  abort(): boolean {
    if (!this.painter.forget()) return false;
    this.mask.show(this.operations, this.uploaded, this.view);
    return true;
  }

  /** A mask from a file or from the picture's transparency, laid over all of the picture. */
  bringIn(source: Import): void {
    void this.select(source);
  }

  closePolygon(): boolean {
    return this.painter.closePolygon();
  }

  holdSpace(isHeld: boolean): void {
    this.isSpaceHeld = isHeld;
  }

  get hasCross(): boolean {
    return this.cross !== null;
  }

  /** Moves the crosshair, which paints without a pointer. */
  moveCross(dx: number, dy: number): void {
    const from = this.cross ?? { x: this.room.width / 2, y: this.room.height / 2 };
    const clamp = (value: number, most: number) => Math.min(Math.max(0, value), most);
    this.cross = { x: clamp(from.x + dx, this.room.width), y: clamp(from.y + dy, this.room.height) };
    this.gesture.showCross(this.cross);
    this.showCursor();
  }

  dab(isStraight: boolean): void {
    if (!this.cross) return;
    this.replaceUploaded();
    this.painter.begin({ ...toPicture(this.view, this.cross), pressure: 1 }, isStraight);
    this.painter.end(false);
  }

  hideCross(): void {
    this.cross = null;
    this.gesture.showCross(null);
    this.showCursor();
  }

  destroy(): void {
    clearTimeout(this.restTimer);
    this.hands.destroy();
    this.selector.destroy();
    this.resize.disconnect();
    this.picture.destroy();
    this.mask.destroy();
    this.gesture.destroy();
    const container = this.stage.container();
    this.stage.destroy();
    container.remove();
  }

  /** Painting begins anew where an uploaded mask is shown; it comes back when the gesture is given up. */
  private replaceUploaded(): void {
    if (this.uploaded) this.mask.show([], null, this.view);
  }

  private commit(operation: MaskOperation): void {
    const added: readonly MaskOperation[] = this.uploaded ? [{ kind: "clear" }, operation] : [operation];
    this.uploaded = null;
    this.operations = [...this.operations, ...added];
    if (operation.kind === "stroke") this.mask.keepStroke(this.operations);
    else this.mask.show(this.operations, null, this.view);
    this.options.onPaint(added);
  }

  private async select(selection: Selection | Import | null): Promise<void> {
    const { mode } = this.settings;
    if (!selection) return;
    this.options.onSelecting(true, false);
    const { width, height } = this.options.picture;
    const found = await this.selector.select(selection).then(
      (marked) => ({ marked, hasFailed: false }),
      () => ({ marked: null, hasFailed: true }),
    );
    this.options.onSelecting(false, found.hasFailed);
    if (found.marked) this.commit({ kind: "area", mode, x: 0, y: 0, width, height, ...found.marked });
    else this.mask.show(this.operations, this.uploaded, this.view);
  }

  private hover(at: Point | null): void {
    this.pointer = at;
    if (at && this.cross) this.hideCross();
    this.showCursor();
    if (at) this.painter.hover(toPicture(this.view, at));
  }

  private showCursor(): void {
    const { tool, size, hardness } = this.settings;
    const isBrush = tool === "brush" || tool === "eraser";
    const radius = (size / 2) * this.view.zoom;
    this.gesture.showCursor(isBrush ? (this.cross ?? this.pointer) : null, radius, radius * hardness);
  }

  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.options.host;
    if (width === 0 || height === 0) return;
    this.room = { width, height };
    this.stage.size({ width, height });
    if (this.isFitted) this.fit();
    else this.setView(this.view);
  }

  private setView(view: Viewport, isFit = false): void {
    this.isFitted = isFit;
    this.view = isFit ? view : keepInReach(view, this.room, this.options.picture);
    this.picture.place(this.view);
    this.mask.place(this.view);
    this.showCursor();
    this.options.onView(this.view);
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.sharpen(), restMs);
  }

  private sharpen(): void {
    if (this.painter.isBusy) return;
    this.picture.sharpen(this.view, devicePixelRatio);
    this.mask.sharpen(this.view, this.room, devicePixelRatio);
  }
}
