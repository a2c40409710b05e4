/**
 * The full-size mask as the bands of its PNG: small, and kept while it is painted. Every operation is drawn on top of the bands that it may
 * change, and on no others, so that little is left to do when somebody asks for all of it. Several can share the work.
 */
import { tellBand } from "./band-tokens.ts";
import { bandRows, type SharedBands } from "./join-bands.ts";
import { type BandChange, goBack, goOn, type MaskBand, withoutDeepest } from "./mask-band.ts";
import { commonStart, type MaskOperation, needsWholePicture } from "./mask-document.ts";
import { type MaskWindow, wholeWindow } from "./mask-window.ts";
import { packTokens } from "./png-band.ts";
import { applyOperations, patchOf, rasterise } from "./rasterise.ts";
import { restoreBand } from "./restore-band.ts";

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
  readonly bands: (MaskBand | null)[];
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
    this.drawn = { operations: [], bands: Array.from({ length: this.count }, () => null) };
  }

  /** From here on it is that of exactly these operations. */
  show(operations: readonly MaskOperation[]): void {
    const before = this.drawn;
    const same = commonStart(before.operations, operations);
    const removed = before.operations.slice(same).map((operation) => this.changeOf(operation));
    const added = operations.slice(same).map((operation) => this.changeOf(operation));
    const known = this.kept.find((kept) => isSame(kept.operations, operations));
    const bands = before.bands.map((band, number) => goOn(goBack(band, number, same, removed), number, same, added));
    this.drawn = known ?? { operations, bands };
    const isOther = [...removed, ...added].some(({ first, end, isTurn }) => !isTurn && end - first === this.count);
    if (isOther) this.kept = [before, ...this.kept.filter((kept) => kept !== known)].slice(0, mostKept);
  }

  /** Draws or packs some of what is missing; answers whether something was. */
  drawSome(pixels = aheadPixels): boolean {
    const { count } = this;
    const { bands, operations } = this.drawn;
    let first = 0;
    while (first < count && !this.isMissing(first)) first += 1;
    if (first === count) return false;
    const most = Math.min(count, first + Math.max(1, Math.floor(pixels / (this.width * bandRows))));
    const known = bands[first]?.count;
    let end = first;
    while (end < most && this.isMissing(end) && bands[end]?.count === known) end += 1;
    if (known !== operations.length) this.drawBands(first, end, known);
    for (let number = first; number < end; number += 1) {
      const band = bands[number];
      if (band) bands[number] = { ...band, packed: packTokens(band.tokens) };
    }
    return true;
  }

  /** On top of what they were after so many operations, where that is known. */
  private drawBands(first: number, end: number, known: number | undefined): void {
    const { width, drawn } = this;
    const top = first * bandRows;
    const height = Math.min(this.height, end * bandRows) - top;
    const pixels = new Uint8Array(width * height);
    const rowsOf = (band: number) => pixels.subarray((band - first) * bandRows * width, (band - first + 1) * bandRows * width);
    const below = this.takeBelow(known);
    for (let band = first; band < end; band += 1) below.lay(band, rowsOf(band));
    applyOperations(pixels, { x: 0, y: top, scale: 1, width, height }, drawn.operations.slice(below.count));
    for (let band = first; band < end; band += 1) {
      const tokens = tellBand(rowsOf(band), width);
      drawn.bands[band] = { count: drawn.operations.length, tokens, packed: null, below: withoutDeepest(drawn.bands[band] ?? null) };
    }
  }

  /** All that are its own. */
  draw(): SharedBands {
    while (this.drawSome(mostPixels));
    return this.drawn.bands.map((band) => band?.packed ?? null);
  }

  private isMissing(band: number): boolean {
    const { bands, operations } = this.drawn;
    return this.isOwn(band) && (!bands[band]?.packed || bands[band].count !== operations.length);
  }

  private isOwn(band: number): boolean {
    const { index, count } = this.share;
    return Math.floor((band * count * stretchesEach) / this.count) % count === index;
  }

  private changeOf(operation: MaskOperation): BandChange {
    const { top, bottom } = patchOf(this.whole, operation) ?? { top: 0, bottom: this.height };
    const isTurn = operation.kind === "invert";
    return top < bottom ? { first: Math.floor(top / bandRows), end: Math.ceil(bottom / bandRows), isTurn } : { first: 0, end: 0, isTurn };
  }

  /** What there is to draw on, and of how many operations that is. */
  private takeBelow(known: number | undefined) {
    const { width } = this;
    const { operations, bands } = this.drawn;
    const count = operations.findLastIndex((operation) => needsWholePicture([operation])) + 1;
    if (known !== undefined && known >= count) {
      const lay = (band: number, rows: Uint8Array) => restoreBand(bands[band]?.tokens ?? new Uint16Array(), rows, width);
      return { count: known, lay };
    }
    const below = operations.slice(0, count);
    const isKnown = this.ground?.operations.length === count && commonStart(this.ground.operations, below) === count;
    if (!isKnown) this.ground = count === 0 ? null : { operations: below, bands: this.cutGround(below) };
    return { count, lay: (band: number, rows: Uint8Array) => rows.set(this.ground?.bands[band] ?? []) };
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
