import type { Work } from "../work.ts";

/** What a layer of a network passes on: so many values at each place, the values of one place side by side. */
export interface FeatureMap {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

const rowsBetweenPauses = 32;

export function newFeatureMap(width: number, height: number, channels: number): FeatureMap {
  return { width, height, channels, data: new Float32Array(width * height * channels) };
}

export function sumOf(one: FeatureMap, other: FeatureMap): FeatureMap {
  const data = new Float32Array(one.data.length);
  for (let i = 0; i < data.length; i++) data[i] = (one.data[i] as number) + (other.data[i] as number);
  return { ...one, data };
}

/** Half as large: the largest of each two by two. An odd last row or column stands alone. */
export function halve({ width, height, channels, data }: FeatureMap): FeatureMap {
  const result = newFeatureMap(Math.ceil(width / 2), Math.ceil(height / 2), channels);
  for (let y = 0; y < result.height; y++) {
    const [top, bottom] = [2 * y * width, Math.min(2 * y + 1, height - 1) * width];
    for (let x = 0; x < result.width; x++) {
      const [left, right] = [2 * x, Math.min(2 * x + 1, width - 1)];
      const [a, b, c, d] = [(top + left) * channels, (top + right) * channels, (bottom + left) * channels, (bottom + right) * channels];
      const to = (y * result.width + x) * channels;
      for (let n = 0; n < channels; n++) {
        const upper = Math.max(data[a + n] as number, data[b + n] as number);
        result.data[to + n] = Math.max(upper, data[c + n] as number, data[d + n] as number);
      }
    }
  }
  return result;
}

/** Half as large: the largest of each three by three about every second place. */
export function halveBroadly({ width, height, channels, data }: FeatureMap): FeatureMap {
  const result = newFeatureMap(Math.ceil(width / 2), Math.ceil(height / 2), channels);
  result.data.fill(-Infinity);
  for (let y = 0; y < result.height; y++)
    for (let x = 0; x < result.width; x++) {
      const to = (y * result.width + x) * channels;
      for (let row = Math.max(0, 2 * y - 1); row <= Math.min(height - 1, 2 * y + 1); row++)
        for (let column = Math.max(0, 2 * x - 1); column <= Math.min(width - 1, 2 * x + 1); column++) {
          const from = (row * width + column) * channels;
          for (let n = 0; n < channels; n++) result.data[to + n] = Math.max(result.data[to + n] as number, data[from + n] as number);
        }
    }
  return result;
}

/** At another size, every value a mixture of the four about its place; beyond the rim the rim goes on. */
export function* stretch(map: FeatureMap, width: number, height: number): Work<FeatureMap> {
  const { channels, data } = map;
  if (map.width === width && map.height === height) return map;
  const result = newFeatureMap(width, height, channels);
  const [columns, rows] = [placesAlong(map.width, width), placesAlong(map.height, height)];
  for (const [y, { first: top, next: bottom, share: down }] of rows.entries()) {
    for (const [x, { first: left, next: right, share: across }] of columns.entries()) {
      const [a, b] = [(top * map.width + left) * channels, (top * map.width + right) * channels];
      const [c, d] = [(bottom * map.width + left) * channels, (bottom * map.width + right) * channels];
      const to = (y * width + x) * channels;
      for (let n = 0; n < channels; n++) {
        const upper = (data[a + n] as number) * (1 - across) + (data[b + n] as number) * across;
        const lower = (data[c + n] as number) * (1 - across) + (data[d + n] as number) * across;
        result.data[to + n] = upper * (1 - down) + lower * down;
      }
    }
    if (y % rowsBetweenPauses === 0) yield y / height;
  }
  return result;
}

interface Place {
  readonly first: number;
  readonly next: number;
  readonly share: number;
}

/** Middles of pixels lie on middles of pixels. */
function placesAlong(from: number, to: number): readonly Place[] {
  return Array.from({ length: to }, (_, n) => {
    const at = Math.max(0, ((n + 0.5) * from) / to - 0.5);
    const first = Math.min(from - 1, Math.floor(at));
    return { first, next: Math.min(from - 1, first + 1), share: at - first };
  });
}
