/**
 * The full-size mask as the bands of its PNG: small, and kept while it is painted. With every operation only the bands that it may
 * have changed are drawn and packed anew, so that little is left to do when somebody asks for all of it. Several can share the work.
 */
import { bandRows, type SharedBands } from "./join-bands.ts";
import { commonStart, type MaskOperation, needsWholePicture } from "./mask-document.ts";
import { type MaskWindow, wholeWindow } from "./mask-window.ts";
import { type PngBand, packBand } from "./png-band.ts";
import { applyOperations, patchOf, rasterise } from "./rasterise.ts";

/** So much is drawn ahead in one go: whoever asks in between does not wait long. */
const aheadPixels = 2_000_000;
/** And so much where somebody waits for all of it: what it takes for the time being has to stay small. */
const mostPixels = 16_777_216;

/** Of so many who draw one mask together, which one this is. */
export interface MaskShare {
  readonly index: number;
  readonly count: number;
}

/** Each has stretches above and below the others': where little of a picture is painted, that is rarely spread evenly. */
const stretchesEach = 2;

interface Ground {
  readonly operations: readonly MaskOperation[];
  readonly bands: readonly (Uint8Array | null)[];
}

export class PackedMask {
  readonly width: number;
  readonly height: number;
  private readonly whole: MaskWindow;
  private readonly share: MaskShare;
  private readonly bands: (PngBand | null)[];
  private operations: readonly MaskOperation[] = [];
  /** What lies below everything after the last operation that looks beyond its own pixel. */
  private ground: Ground | null = null;

  constructor(width: number, height: number, share: MaskShare = { index: 0, count: 1 }) {
    this.width = width;
    this.height = height;
    this.whole = wholeWindow(width, height);
    this.share = share;
    this.bands = Array.from({ length: Math.ceil(height / bandRows) }, () => null);
  }

  /** From here on it is that of exactly these operations. */
  show(operations: readonly MaskOperation[]): void {
    const same = commonStart(this.operations, operations);
    for (const operation of [...this.operations.slice(same), ...operations.slice(same)]) this.forget(operation);
    this.operations = operations;
  }

  /** Draws some of what is missing; answers whether something was. */
  drawSome(pixels = aheadPixels): boolean {
    const { width, bands } = this;
    const first = bands.findIndex((_, band) => this.isMissing(band));
    if (first < 0) return false;
    const most = first + Math.max(1, Math.floor(pixels / (width * bandRows)));
    let end = first;
    while (end < Math.min(most, bands.length) && this.isMissing(end)) end += 1;
    const top = first * bandRows;
    const height = Math.min(this.height, end * bandRows) - top;
    const { ground, rest } = this.takeGround();
    const drawn = new Uint8Array(width * height);
    const startOf = (band: number) => (band - first) * bandRows * width;
    for (let band = first; band < end && ground; band += 1) drawn.set(ground[band] ?? [], startOf(band));
    applyOperations(drawn, { x: 0, y: top, scale: 1, width, height }, rest);
    for (let band = first; band < end; band += 1) bands[band] = packBand(drawn.subarray(startOf(band), startOf(band + 1)), width);
    return true;
  }

  /** All that are its own. */
  draw(): SharedBands {
    while (this.drawSome(mostPixels));
    return this.bands;
  }

  private isMissing(band: number): boolean {
    return this.bands[band] === null && this.isOwn(band);
  }

  private isOwn(band: number): boolean {
    const { index, count } = this.share;
    return Math.floor((band * count * stretchesEach) / this.bands.length) % count === index;
  }

  private forget(operation: MaskOperation): void {
    const { top, bottom } = patchOf(this.whole, operation) ?? { top: 0, bottom: this.height };
    if (top < bottom) this.bands.fill(null, Math.floor(top / bandRows), Math.ceil(bottom / bandRows));
  }

  private takeGround() {
    const { operations } = this;
    const count = operations.findLastIndex((operation) => needsWholePicture([operation])) + 1;
    const below = operations.slice(0, count);
    const isKnown = this.ground?.operations.length === count && commonStart(this.ground.operations, below) === count;
    if (!isKnown) this.ground = count === 0 ? null : { operations: below, bands: this.cutGround(below) };
    return { ground: this.ground?.bands ?? null, rest: operations.slice(count) };
  }

  private cutGround(operations: readonly MaskOperation[]): Ground["bands"] {
    const { width, height } = this;
    const pixels = rasterise({ width, height, operations });
    const pixelsOf = (band: number) => pixels.slice(band * bandRows * width, (band + 1) * bandRows * width);
    return this.bands.map((_, band) => (this.isOwn(band) ? pixelsOf(band) : null));
  }
}
