/** Turns levels around: white becomes black. Four at a time where they lie so that they can be. */
export function invert(levels: Uint8Array): void {
  const { buffer, byteOffset, length } = levels;
  const words = byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, length >> 2) : new Uint32Array();
  for (let at = 0; at < words.length; at += 1) words[at] = ~(words[at] ?? 0);
  for (let at = words.length * 4; at < length; at += 1) levels[at] = 255 - (levels[at] ?? 0);
}
