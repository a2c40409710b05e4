/** The other way around: a band's pixels from its tokens, so that what comes on top of a mask can be drawn without all that lies below. */
import { type BandTokens, byteOfToken, bytesOfToken, isRowStart } from "./band-tokens.ts";

/** Into rows that are all black. */
export function restoreBand(tokens: BandTokens, rows: Uint8Array, width: number): void {
  let next = 0;
  // The first row is told by the pixels before, all others by the row above.
  for (let at = 0, level = 0; at < width; next += 1) {
    const token = tokens[next] ?? 0;
    if (isRowStart(token)) continue;
    const count = bytesOfToken[token] ?? 1;
    level = (level + (byteOfToken[token] ?? 0)) & 255;
    rows.fill(level, at, at + count);
    at += count;
  }
  for (let at = width; next < tokens.length; next += 1) {
    const token = tokens[next] ?? 0;
    if (isRowStart(token)) {
      rows.copyWithin(at, at - width, at);
      continue;
    }
    const byte = byteOfToken[token] ?? 0;
    if (byte !== 0) rows[at] = (rows[at] ?? 0) + byte;
    at += bytesOfToken[token] ?? 1;
  }
}
