/** One channel of floats: what filters work on between two rasters. */
import { lumaOf } from "./colour.ts";
import type { Box } from "./crop.ts";
import { bytesOf, newRaster, type Raster } from "./raster.ts";

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function newPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

export function channelPlane(source: Raster, channel: number): Plane {
  const plane = newPlane(source.width, source.height);
  const { data } = plane;
  const { channels } = source;
  const values = bytesOf(source);
  for (let i = 0; i < data.length; i++) data[i] = values[i * channels + channel] as number;
  return plane;
}

export function lumaPlane(source: Raster): Plane {
  if (source.channels === 1) return channelPlane(source, 0);
  const plane = newPlane(source.width, source.height);
  const { channels } = source;
  const data = bytesOf(source);
  for (let i = 0; i < plane.data.length; i++) {
    const at = i * channels;
    plane.data[i] = lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
  }
  return plane;
}

export function rgbPlanes(source: Raster): readonly [Plane, Plane, Plane] {
  return [channelPlane(source, 0), channelPlane(source, 1), channelPlane(source, 2)];
}

export function joinPlanes(planes: readonly [Plane, Plane, Plane]): Raster {
  const [red, green, blue] = planes;
  const result = newRaster(red.width, red.height, 3);
  for (let i = 0; i < red.data.length; i++) {
    result.data[i * 3] = red.data[i] as number;
    result.data[i * 3 + 1] = green.data[i] as number;
    result.data[i * 3 + 2] = blue.data[i] as number;
  }
  return result;
}

export function cropPlane(source: Plane, box: Box): Plane {
  const result = newPlane(box.width, box.height);
  for (let y = 0; y < box.height; y++) {
    const start = (box.y + y) * source.width + box.x;
    result.data.set(source.data.subarray(start, start + box.width), y * box.width);
  }
  return result;
}
