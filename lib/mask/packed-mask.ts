/**
 * The full-size mask as the bands of its PNG: small, and kept while it is painted. With every operation only the bands that it may
 * have changed are drawn and packed anew, so that little is left to do when somebody asks for all of it. Several can share the work.
 */
import { type BandTokens, tellBand, turnTokens } from "./band-tokens.ts";
import { bandRows, type SharedBands } from "./join-bands.ts";
import { commonStart, type MaskOperation, needsWholePicture } from "./mask-document.ts";
import { type MaskWindow, wholeWindow } from "./mask-window.ts";
import { type PngBand, packTokens } from "./png-band.ts";
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
  /** What is drawn of it, and of that what is packed. */
  private readonly tokens: (BandTokens | null)[];
  private readonly bands: (PngBand | null)[];
  private operations: readonly MaskOperation[] = [];
  /** What lies below everything after the last operation that looks beyond its own pixel. */
  private ground: Ground | null = null;

  constructor(width: number, height: number, share: MaskShare = { index: 0, count: 1 }) {
    this.width = width;
    this.height = height;
    this.whole = wholeWindow(width, height);
    this.share = share;
    this.tokens = Array.from({ length: Math.ceil(height / bandRows) }, () => null);
    this.bands = this.tokens.map(() => null);
  }

  /** From here on it is that of exactly these operations. */
  show(operations: readonly MaskOperation[]): void {
    const same = commonStart(this.operations, operations);
    const changes = [...this.operations.slice(same), ...operations.slice(same)];
    // Turning around is its own way back, and needs nothing to be drawn.
    if (!changes.every(({ kind }) => kind === "invert")) for (const operation of changes) this.forget(operation);
    else if (changes.length % 2 === 1) this.turn();
    this.operations = operations;
  }

  /** Draws or packs some of what is missing; answers whether something was. */
  drawSome(pixels = aheadPixels): boolean {
    const { bands } = this;
    const first = bands.findIndex((_, band) => this.isMissing(band));
    if (first < 0) return false;
    const most = Math.min(bands.length, first + Math.max(1, Math.floor(pixels / (this.width * bandRows))));
    const isDrawn = this.isDrawn(first);
    let end = first;
    while (end < most && this.isMissing(end) && this.isDrawn(end) === isDrawn) end += 1;
    if (!isDrawn) this.drawBands(first, end);
    for (let band = first; band < end; band += 1) {
      const tokens = this.tokens[band];
      if (tokens) bands[band] = packTokens(tokens);
    }
    return true;
  }

  private drawBands(first: number, end: number): void {
    const { width } = this;
    const top = first * bandRows;
    const height = Math.min(this.height, end * bandRows) - top;
    const { ground, rest } = this.takeGround();
    const drawn = new Uint8Array(width * height);
    const startOf = (band: number) => (band - first) * bandRows * width;
    for (let band = first; band < end && ground; band += 1) drawn.set(ground[band] ?? [], startOf(band));
    applyOperations(drawn, { x: 0, y: top, scale: 1, width, height }, rest);
    for (let band = first; band < end; band += 1) this.tokens[band] = tellBand(drawn.subarray(startOf(band), startOf(band + 1)), width);
  }

  /** All that are its own. */
  draw(): SharedBands {
    while (this.drawSome(mostPixels));
    return this.bands;
  }

  private isMissing(band: number): boolean {
    return this.bands[band] === null && this.isOwn(band);
  }

  private isDrawn(band: number): boolean {
    return this.tokens[band] !== null;
  }

  private isOwn(band: number): boolean {
    const { index, count } = this.share;
    return Math.floor((band * count * stretchesEach) / this.bands.length) % count === index;
  }

  private forget(operation: MaskOperation): void {
    const { top, bottom } = patchOf(this.whole, operation) ?? { top: 0, bottom: this.height };
    if (top >= bottom) return;
    for (const list of [this.tokens, this.bands]) list.fill(null, Math.floor(top / bandRows), Math.ceil(bottom / bandRows));
  }

  private turn(): void {
    for (const [band, tokens] of this.tokens.entries()) this.tokens[band] = tokens && turnTokens(tokens);
    this.bands.fill(null);
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
