/** One mask band by band: what of it is drawn, and of that what is packed. */
import { type BandTokens, turnTokens } from "./band-tokens.ts";
import { type PngBand, packTokens } from "./png-band.ts";

export class PackedBands {
  readonly packed: (PngBand | null)[];
  private readonly drawn: (BandTokens | null)[];

  constructor(count: number) {
    this.drawn = Array.from({ length: count }, () => null);
    this.packed = this.drawn.map(() => null);
  }

  isDrawn(band: number): boolean {
    return this.drawn[band] !== null;
  }

  isPacked(band: number): boolean {
    return this.packed[band] !== null;
  }

  take(band: number, tokens: BandTokens): void {
    this.drawn[band] = tokens;
    this.packed[band] = null;
  }

  pack(band: number): void {
    const tokens = this.drawn[band];
    if (tokens) this.packed[band] = packTokens(tokens);
  }

  /** The same but for these: up to the second, and not that. */
  without(first: number, end: number): PackedBands {
    const copy = this.each((tokens) => tokens);
    for (const [band, packed] of this.packed.entries()) copy.packed[band] = packed;
    for (const list of [copy.drawn, copy.packed]) list.fill(null, first, end);
    return copy;
  }

  /** White where it was black. */
  turned(): PackedBands {
    return this.each(turnTokens);
  }

  private each(change: (tokens: BandTokens) => BandTokens): PackedBands {
    const bands = new PackedBands(this.drawn.length);
    for (const [band, tokens] of this.drawn.entries()) bands.drawn[band] = tokens && change(tokens);
    return bands;
  }
}
