/** A picture as it was given to be combined: flat, and with what shows through apart. */
import { inColour } from "#lib/pixels/in-colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

export interface Given {
  /** On white. */
  readonly picture: Raster;
  /** Where nothing shows through, it was cut out by whoever gave it. */
  readonly cut?: { readonly alpha: Plane; readonly colours: Raster };
}

/** Less of a picture that shows through is a rounded corner. */
const leastThrough = 0.03;

export function readGiven(given: Raster): Given {
  const { width, height, channels, data } = given;
  if (channels !== 4) return { picture: given };
  const picture = inColour(given);
  const alpha = newPlane(width, height);
  const colours = newRaster(width, height, 3);
  let through = 0;
  for (let i = 0; i < width * height; i++) {
    const share = (data[i * 4 + 3] as number) / 255;
    alpha.data[i] = share;
    through += 1 - share;
    // The colour of a rim is its own, and not half white.
    for (let c = 0; c < 3; c++) colours.data[i * 3 + c] = share === 0 ? 255 : (data[i * 4 + c] as number);
  }
  const isCut = through > leastThrough * width * height && through < (1 - 1e-4) * width * height;
  return isCut ? { picture, cut: { alpha, colours } } : { picture };
}
