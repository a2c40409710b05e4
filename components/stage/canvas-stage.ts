/** The canvas: joins picture, layers, hands and the settings. Told what to show, it tells what was painted. */
import { BrushCursor } from "#components/ui/brush-cursor.ts";
import { PointerHands } from "#components/ui/pointer-hands.ts";
import { readInsets } from "#components/ui/read-insets.ts";
import { type Point, type Size, toPicture, type Viewport } from "#components/ui/viewport.ts";
import type { Coverage } from "#lib/mask/coverage.ts";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import type { BrushChange } from "./brush-drag.ts";
import { Camera } from "./camera.ts";
import { Crosshair } from "./crosshair.ts";
import { followMask, haltMaskWorkers, holdMaskWorkers } from "./draw-mask-file.ts";
import { GestureView } from "./gesture-view.ts";
import { MaskView } from "./mask-view.ts";
import { Minimap } from "./minimap.ts";
import { Painter } from "./painter.ts";
import { PictureView } from "./picture-view.ts";
import { PixelGrid } from "./pixel-grid.ts";
import { type Import, type Selecting, type Selection, selectionWith } from "./selection.ts";
import { Selector } from "./selector.ts";
import { buildStageHands, type HeldKey } from "./stage-hands.ts";
import { isSelectTool, type ToolSettings } from "./tool-settings.ts";

interface CanvasStageOptions {
  readonly host: HTMLElement;
  readonly picture: Size;
  readonly sources: { readonly copy: string; readonly full: string };
  readonly settings: ToolSettings;
  readonly onPaint: (added: readonly MaskOperation[]) => void;
  readonly onSelecting: (selecting: Selecting) => void;
  readonly onBrush: (change: BrushChange) => void;
  /** Several fingers tapped at once. */
  readonly onTap: (fingers: number) => void;
  /** A finger touched; whether it may paint, as none may once a pen was seen. */
  readonly onTouch: (canPaint: boolean) => void;
  readonly onView: (view: Viewport) => void;
  readonly onCoverage: (coverage: Coverage) => void;
}

const restMs = 120;

export class CanvasStage {
  readonly camera: Camera;
  private readonly options: CanvasStageOptions;
  private readonly picture: PictureView;
  private readonly grid: PixelGrid;
  private readonly mask: MaskView;
  private readonly minimap: Minimap;
  private readonly gesture = new GestureView();
  private readonly cursor = new BrushCursor();
  private readonly painter: Painter;
  private readonly hands: PointerHands;
  private readonly selector: Selector;
  private readonly resize: ResizeObserver;
  private readonly cross = new Crosshair();
  private settings: ToolSettings;
  private held: HeldKey = null;
  private pointer: Point | null = null;
  private operations: readonly MaskOperation[] = [];
  private uploaded: CanvasImageSource | null = null;
  private letGoOfWorkers: (() => void) | null = null;
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CanvasStageOptions) {
    const { host, picture, sources, settings } = options;
    this.options = options;
    this.settings = settings;
    this.picture = new PictureView(picture, sources);
    this.grid = new PixelGrid(picture);
    this.mask = new MaskView(picture);
    this.camera = new Camera(picture, () => this.showView());
    const onPlace = (place: Point) => this.camera.centreOn(place);
    this.minimap = new Minimap({ picture, source: sources.copy, greys: () => this.mask.whole(), onPlace });
    host.append(
      this.picture.element,
      this.mask.element,
      this.grid.element,
      this.gesture.element,
      this.cursor.element,
      this.minimap.element,
    );
    this.painter = new Painter({
      ...{ mask: this.mask, gesture: this.gesture, view: () => this.camera.view, settings: () => this.settings },
      commit: (operation) => this.commit(operation),
      select: (trace) => void this.select(selectionWith(this.settings, trace, this.operations)),
    });
    this.selector = new Selector({ ...picture, source: sources.full, copy: sources.copy });
    const stageHands = buildStageHands({
      ...{ camera: this.camera, painter: this.painter },
      ...{ held: () => this.held, settings: () => this.settings },
      makeWay: () => this.makeWay(),
      showMask: () => this.showMask(),
      hover: (at) => this.hover(at),
      onBrush: options.onBrush,
    });
    this.hands = new PointerHands(host, { ...stageHands, tap: options.onTap, touch: options.onTouch });
    this.resize = new ResizeObserver(() => this.measure());
    this.resize.observe(host);
    host.tabIndex = 0;
    this.measure();
  }

  setSettings(settings: ToolSettings): void {
    const { tool } = settings;
    if (tool !== this.settings.tool) {
      this.abort();
      if (isSelectTool(tool)) this.selector.prepare(tool);
    }
    this.settings = settings;
    this.mask.setLook(settings);
    this.showCursor();
  }

  setMask(operations: readonly MaskOperation[], uploaded: CanvasImageSource | null): void {
    this.operations = operations;
    this.uploaded = uploaded;
    this.showMask();
    this.minimap.maskChanged();
    this.options.onCoverage(this.mask.coverage());
    if (operations.length > 0 && !uploaded) this.letGoOfWorkers ??= holdMaskWorkers();
  }

  /** Forgets the gesture in progress; answers whether there was one. */
  abort(): boolean {
    if (!this.painter.forget()) return false;
    this.showMask();
    return true;
  }

  /** A mask from elsewhere, laid over all of the picture. */
  bringIn(source: Import): void {
    void this.select(source);
  }

  closePolygon(): boolean {
    return this.painter.closePolygon();
  }

  hold(held: HeldKey): void {
    this.held = held;
  }

  get hasCross(): boolean {
    return this.cross.at !== null;
  }

  /** Moves the crosshair, which paints without a pointer. */
  moveCross(dx: number, dy: number): void {
    const along = this.cross.move(dx, dy, this.camera.room);
    if (along.x !== 0 || along.y !== 0) this.camera.panBy(along.x, along.y);
    this.gesture.showCross(this.cross.at);
    this.showCursor();
  }

  dab(isStraight: boolean): void {
    if (!this.cross.at) return;
    this.makeWay();
    this.painter.begin({ ...toPicture(this.camera.view, this.cross.at), pressure: 1 }, isStraight);
    this.painter.end(false);
  }

  hideCross(): void {
    this.cross.at = null;
    this.gesture.showCross(null);
    this.showCursor();
  }

  destroy(): void {
    clearTimeout(this.restTimer);
    this.letGoOfWorkers?.();
    this.hands.destroy();
    this.selector.destroy();
    this.resize.disconnect();
    for (const part of [this.picture, this.grid, this.mask, this.minimap, this.gesture, this.cursor]) part.destroy();
  }

  /** The hand has the processor to itself. Where an uploaded mask is shown painting begins anew; it comes back when the gesture is given up. */
  private makeWay(): void {
    haltMaskWorkers();
    if (this.uploaded) this.mask.show([], null, this.camera.view);
  }

  private commit(operation: MaskOperation): void {
    const added: readonly MaskOperation[] = this.uploaded ? [{ kind: "clear" }, operation] : [operation];
    this.uploaded = null;
    this.operations = [...this.operations, ...added];
    if (operation.kind === "stroke") this.mask.keepStroke(this.operations);
    else this.mask.show(this.operations, null, this.camera.view);
    this.options.onPaint(added);
  }

  private async select(selection: Selection | Import | null): Promise<void> {
    const { mode } = this.settings;
    if (!selection) return;
    this.options.onSelecting("busy");
    const { width, height } = this.options.picture;
    const found = await this.selector.select(selection).catch(() => "failed" as const);
    this.options.onSelecting(found === null ? "nothing" : found === "failed" ? found : "idle");
    if (found !== null && found !== "failed") this.commit({ kind: "area", mode, x: 0, y: 0, width, height, ...found });
    else this.showMask();
  }

  private showMask(): void {
    this.mask.show(this.operations, this.uploaded, this.camera.view);
    followMask({ ...this.options.picture, operations: this.operations });
  }

  private hover(at: Point | null): void {
    this.pointer = at;
    if (at && this.cross.at) this.hideCross();
    this.showCursor();
    if (at) this.painter.hover(toPicture(this.camera.view, at));
  }

  private showCursor(): void {
    const { tool, size, hardness } = this.settings;
    const isBrush = tool === "brush" || tool === "eraser";
    const radius = (size / 2) * this.camera.view.zoom;
    this.cursor.show(isBrush ? (this.cross.at ?? this.pointer) : null, radius, radius * hardness);
  }

  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.options.host;
    if (width === 0 || height === 0) return;
    this.gesture.measure({ width, height });
    this.cursor.measure({ width, height }, devicePixelRatio);
    this.camera.measure({ width, height }, readInsets(this.options.host));
  }

  private showView(): void {
    const { view, room } = this.camera;
    for (const part of [this.picture, this.grid, this.mask]) part.place(view);
    this.minimap.place(view, room);
    this.painter.follow();
    this.showCursor();
    this.options.onView(view);
    this.sharpenSoon();
  }

  private sharpenSoon(): void {
    clearTimeout(this.restTimer);
    // A stroke is not held up; whoever paints the moment they come has it sharp after.
    this.restTimer = setTimeout(() => (this.painter.isBusy ? this.sharpenSoon() : this.sharpen()), restMs);
  }

  private sharpen(): void {
    const { view, room } = this.camera;
    this.picture.sharpen(view, devicePixelRatio);
    this.mask.sharpen(view, room, devicePixelRatio);
  }
}
