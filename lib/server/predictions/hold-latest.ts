/** The last bytes of what comes, in the pieces they came in. */
export interface Held {
  add(piece: Uint8Array): void;
  /** What is held from here on to the end of a piece; null where that is held no more, or not yet here. */
  from(at: number): Uint8Array<ArrayBuffer> | null;
  /** How much has come. */
  end(): number;
}

/** More than what waits for the disk (`write-behind.ts`), so that what is held no more has been written; and most results. */
const mostHeld = 4 * 1024 * 1024;

export function holdLatest(): Held {
  const pieces: { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  let end = 0;

  return {
    add(piece) {
      pieces.push({ at: end, bytes: new Uint8Array(piece) });
      end += piece.byteLength;
      while (end - (pieces[0]?.at ?? end) > mostHeld) pieces.shift();
    },
    from(at) {
      const piece = pieces.find(({ at: from, bytes }) => from <= at && at < from + bytes.byteLength);
      return piece ? piece.bytes.subarray(at - piece.at) : null;
    },
    end: () => end,
  };
}
