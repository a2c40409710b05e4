/** Softens the edge: three box blurs, which together come close to a Gaussian of this radius. */
export function feather(mask: Uint8Array, width: number, height: number, radius: number): void {
  const reach = Math.round(radius / 2);
  if (reach < 1) return;
  const line = new Uint8Array(Math.max(width, height));
  for (let pass = 0; pass < 3; pass += 1) {
    for (let row = 0; row < height; row += 1) blurLine(mask, line, row * width, 1, width, reach);
    for (let column = 0; column < width; column += 1) blurLine(mask, line, column, width, height, reach);
  }
}

function blurLine(mask: Uint8Array, line: Uint8Array, start: number, step: number, length: number, reach: number): void {
  for (let at = 0; at < length; at += 1) line[at] = mask[start + at * step] ?? 0;
  const last = length - 1;
  const size = 2 * reach + 1;
  let sum = (line[0] ?? 0) * (reach + 1);
  for (let at = 1; at <= reach; at += 1) sum += line[Math.min(last, at)] ?? 0;
  for (let at = 0; at < length; at += 1) {
    mask[start + at * step] = Math.round(sum / size);
    sum += (line[Math.min(last, at + reach + 1)] ?? 0) - (line[Math.max(0, at - reach)] ?? 0);
  }
}
