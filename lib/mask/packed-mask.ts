/**
 * The full-size mask as the bands of its PNG: small, and kept while it is painted. With every operation only the bands that it may
 * have changed are drawn and packed anew, so that little is left to do when somebody asks for all of it.
 */
import { bandRows, joinBands } from "./grey-png.ts";
import { commonStart, type MaskOperation, needsWholePicture } from "./mask-document.ts";
import { type MaskWindow, wholeWindow } from "./mask-window.ts";
import { type PngBand, packBand } from "./png-band.ts";
import { applyOperations, patchOf, rasterise } from "./rasterise.ts";

/** So much is drawn ahead in one go: whoever asks in between does not wait long. */
const aheadPixels = 2_000_000;
/** And so much where somebody waits for all of it: what it takes for the time being has to stay small. */
const mostPixels = 16_777_216;

export class PackedMask {
  readonly width: number;
  readonly height: number;
  private readonly whole: MaskWindow;
  private readonly bands: (PngBand | null)[];
  private operations: readonly MaskOperation[] = [];
  /** What lies below everything after the last operation that looks beyond its own pixel. */
  private ground: { readonly operations: readonly MaskOperation[]; readonly pixels: Uint8Array } | null = null;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.whole = wholeWindow(width, height);
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
    const first = this.bands.indexOf(null);
    if (first < 0) return false;
    const most = first + Math.max(1, Math.floor(pixels / (this.width * bandRows)));
    let end = first;
    while (end < Math.min(most, this.bands.length) && this.bands[end] === null) end += 1;
    const { width } = this;
    const top = first * bandRows;
    const height = Math.min(this.height, end * bandRows) - top;
    const { ground, rest } = this.takeGround();
    const drawn = ground ? ground.slice(top * width, (top + height) * width) : new Uint8Array(width * height);
    applyOperations(drawn, { x: 0, y: top, scale: 1, width, height }, rest);
    for (let band = first; band < end; band += 1) {
      const from = (band - first) * bandRows * width;
      this.bands[band] = packBand(drawn.subarray(from, from + bandRows * width), width);
    }
    return true;
  }

  toPng(): Uint8Array<ArrayBuffer> {
    while (this.drawSome(mostPixels));
    return joinBands(
      this.bands.flatMap((band) => band ?? []),
      this.width,
      this.height,
    );
  }

  private forget(operation: MaskOperation): void {
    const { top, bottom } = patchOf(this.whole, operation) ?? { top: 0, bottom: this.height };
    if (top < bottom) this.bands.fill(null, Math.floor(top / bandRows), Math.ceil(bottom / bandRows));
  }

  private takeGround() {
    const { width, height, operations } = this;
    const count = operations.findLastIndex((operation) => needsWholePicture([operation])) + 1;
    const below = operations.slice(0, count);
    const isKnown = this.ground?.operations.length === count && commonStart(this.ground.operations, below) === count;
    if (count === 0) this.ground = null;
    else if (!isKnown) this.ground = { operations: below, pixels: rasterise({ width, height, operations: below }) };
    return { ground: this.ground?.pixels ?? null, rest: operations.slice(count) };
  }
}
