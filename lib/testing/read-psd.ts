/** Reads a Photoshop document from the specification alone, and throws where anything in it does not add up. */
export function readPsd(bytes: Buffer) {
  let at = 0;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const u16 = () => take(2).readUInt16BE();
  const i16 = () => take(2).readInt16BE();
  const u32 = () => take(4).readUInt32BE();
  /** Rows as they are, or packed, after how many bytes each has. */
  const values = (rows: number, width: number) => {
    const packing = u16();
    requireSame(packing === 0 || packing === 1, true);
    return packing === 0 ? take(rows * width) : unpack(Array.from({ length: rows }, u16));
  };
  const unpack = (counts: readonly number[]) =>
    Buffer.concat(
      counts.map((count) => {
        const end = at + count;
        const row: number[] = [];
        while (at < end) {
          const head = bytes.readInt8(at++);
          if (head >= 0) row.push(...take(head + 1));
          else row.push(...Array(1 - head).fill(bytes[at++]));
        }
        requireSame(at, end);
        return Buffer.from(row);
      }),
    );
  const signature = take(4).toString();
  const version = u16();
  take(6);
  const [channels, height, width, depth, mode] = [u16(), u32(), u32(), u16(), u16()];
  take(u32());
  take(u32());
  const sectionEnd = u32() + at;
  const layersEnd = u32() + at;
  const count = i16();
  const records = Array.from({ length: Math.abs(count) }, () => {
    const [top, left, bottom, right] = [u32(), u32(), u32(), u32()];
    const listed = Array.from({ length: u16() }, () => ({ id: i16(), length: u32() }));
    requireSame(take(8).toString(), "8BIMnorm");
    const [opacity, clipping, flags] = take(4);
    const end = u32() + at;
    const maskBox = take(u32());
    take(u32());
    take(Math.ceil(((bytes[at] ?? 0) + 1) / 4) * 4);
    requireSame(take(8).toString(), "8BIMluni");
    const long = u32();
    const name = take(long).subarray(4).swap16().toString("utf16le").replaceAll("\0", "");
    requireSame(at, end);
    return { top, left, bottom, right, listed, opacity, clipping, isHidden: flags === 2, hasMask: maskBox.length === 20, name };
  });
  const layers = records.map((record) => {
    const planes = record.listed.map(({ id, length }) => {
      const end = at + length;
      const plane = values(record.bottom - record.top, record.right - record.left);
      requireSame(at, end);
      return [id, plane] as const;
    });
    return { ...record, planes: new Map(planes) };
  });
  requireSame(layersEnd - at < 2, true);
  at = layersEnd;
  take(u32());
  requireSame(at, sectionEnd);
  const merged = values(channels * height, width);
  requireSame(at, bytes.length);
  return { signature, version, channels, width, height, depth, mode, count, layers, merged };
}

function requireSame(found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`Expected ${String(wanted)} in a PSD but received ${String(found)}`);
}
