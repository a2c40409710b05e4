/** One named piece of a PNG: its length, its name, what it holds and a checksum over both. */
export function pngChunk(name: "IHDR" | "IDAT" | "IEND", data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** What a byte does to the checksum that four bytes follow it, three, two and one: so many can be taken in at once. */
const [fourth, third, second, first] = buildTables();

function buildTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const one = Uint32Array.from({ length: 256 }, (_, start) => {
    let value = start;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const next = (table: Uint32Array) => table.map((value) => (value >>> 8) ^ (one[value & 255] ?? 0));
  const two = next(one);
  const three = next(two);
  return [next(three), three, two, one];
}

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    const word = value ^ ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
    value = (fourth[word & 255] ?? 0) ^ (third[(word >>> 8) & 255] ?? 0) ^ (second[(word >>> 16) & 255] ?? 0) ^ (first[word >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) value = (value >>> 8) ^ (first[(value ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
