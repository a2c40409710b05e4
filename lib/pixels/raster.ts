/** The one form in which pixels travel between decoder, algorithms and encoder: 8-bit, row by row, no padding. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** 1 = grey, 3 = RGB, 4 = RGBA (straight alpha). */
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8ClampedArray | Uint8Array;
}

export function newRaster(width: number, height: number, channels: Raster["channels"]): Raster {
  return { width, height, channels, data: new Uint8ClampedArray(width * height * channels) };
}

/** The same values as plain bytes: a loop that meets both kinds of arrays is several times slower than one that meets one. */
export function bytesOf({ data }: Pick<Raster, "data">): Uint8Array {
  return data instanceof Uint8ClampedArray ? new Uint8Array(data.buffer, data.byteOffset, data.length) : data;
}
