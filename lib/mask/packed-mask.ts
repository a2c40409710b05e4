/**
 * The full-size mask as the bands of its PNG: small, and kept while it is painted. With every operation only the bands that it may
 * have changed are drawn and packed anew, so that little is left to do when somebody asks for all of it. Several can share the work.
 */
import { tellBand } from "./band-tokens.ts";
import { bandRows, type SharedBands } from "./join-bands.ts";
import { commonStart, type MaskOperation, needsWholePicture } from "./mask-document.ts";
import { type MaskWindow, wholeWindow } from "./mask-window.ts";
import { PackedBands } from "./packed-bands.ts";
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

/** So many masks from before everything changed at once are kept: a step back and a step on need no drawing then. */
const mostKept = 3;

interface Drawn {
  readonly operations: readonly MaskOperation[];
  readonly bands: PackedBands;
}

interface Ground {
  readonly operations: readonly MaskOperation[];
  readonly bands: readonly (Uint8Array | null)[];
}

export class PackedMask {
  readonly width: number;
  readonly height: number;
  private readonly whole: MaskWindow;
  private readonly share: MaskShare;
  private readonly count: number;
  private drawn: Drawn;
  private kept: readonly Drawn[] = [];
  /** What lies below everything after the last operation that looks beyond its own pixel. */
  private ground: Ground | null = null;

  constructor(width: number, height: number, share: MaskShare = { index: 0, count: 1 }) {
    this.width = width;
    this.height = height;
    this.whole = wholeWindow(width, height);
    this.share = share;
    this.count = Math.ceil(height / bandRows);
    this.drawn = { operations: [], bands: new PackedBands(this.count) };
  }

  /** From here on it is that of exactly these operations. */
  show(operations: readonly MaskOperation[]): void {
    const before = this.drawn;
    const same = commonStart(before.operations, operations);
    const changes = [...before.operations.slice(same), ...operations.slice(same)];
    if (changes.every(({ kind }) => kind === "invert")) {
      // Turned around twice it is what it was, and nothing needs to be drawn to turn it around.
      this.drawn = { operations, bands: changes.length % 2 === 0 ? before.bands : before.bands.turned() };
      return;
    }
    const known = this.kept.find((kept) => isSame(kept.operations, operations));
    this.drawn = known ?? { operations, bands: changes.reduce((bands, change) => bands.without(...this.reachOf(change)), before.bands) };
    const isOther = changes.some((change) => this.reachOf(change)[1] - this.reachOf(change)[0] === this.count);
    if (isOther) this.kept = [before, ...this.kept.filter((kept) => kept !== known)].slice(0, mostKept);
  }

  /** Draws or packs some of what is missing; answers whether something was. */
  drawSome(pixels = aheadPixels): boolean {
    const { count } = this;
    const { bands } = this.drawn;
    let first = 0;
    while (first < count && !this.isMissing(first)) first += 1;
    if (first === count) return false;
    const most = Math.min(count, first + Math.max(1, Math.floor(pixels / (this.width * bandRows))));
    const isDrawn = bands.isDrawn(first);
    let end = first;
    while (end < most && this.isMissing(end) && bands.isDrawn(end) === isDrawn) end += 1;
    if (!isDrawn) this.drawBands(first, end);
    for (let band = first; band < end; band += 1) bands.pack(band);
    return true;
  }

  private drawBands(first: number, end: number): void {
    const { width } = this;
    const top = first * bandRows;
    const height = Math.min(this.height, end * bandRows) - top;
    const { ground, rest } = this.takeGround();
    const pixels = new Uint8Array(width * height);
    const startOf = (band: number) => (band - first) * bandRows * width;
    for (let band = first; band < end && ground; band += 1) pixels.set(ground[band] ?? [], startOf(band));
    applyOperations(pixels, { x: 0, y: top, scale: 1, width, height }, rest);
    for (let band = first; band < end; band += 1) {
      this.drawn.bands.take(band, tellBand(pixels.subarray(startOf(band), startOf(band + 1)), width));
    }
  }

  /** All that are its own. */
  draw(): SharedBands {
    while (this.drawSome(mostPixels));
    return this.drawn.bands.packed;
  }

  private isMissing(band: number): boolean {
    return this.isOwn(band) && !this.drawn.bands.isPacked(band);
  }

  private isOwn(band: number): boolean {
    const { index, count } = this.share;
    return Math.floor((band * count * stretchesEach) / this.count) % count === index;
  }

  /** The bands that an operation may change: up to the second, and not that. */
  private reachOf(operation: MaskOperation): readonly [number, number] {
    const { top, bottom } = patchOf(this.whole, operation) ?? { top: 0, bottom: this.height };
    return top < bottom ? [Math.floor(top / bandRows), Math.ceil(bottom / bandRows)] : [0, 0];
  }

  private takeGround() {
    const { operations } = this.drawn;
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
    return Array.from({ length: this.count }, (_, band) => (this.isOwn(band) ? pixelsOf(band) : null));
  }
}

function isSame(one: readonly MaskOperation[], other: readonly MaskOperation[]): boolean {
  return one.length === other.length && commonStart(one, other) === one.length;
}
