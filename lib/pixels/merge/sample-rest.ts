/** Goes over what of a picture is to be judged, a few pixels apart. */

/** Odd, so that all columns and rows are asked; one pixel of so many tells as much. */
const sampleStep = 5;

/** No nearer to the border than `reach`, and only where `isRest` holds. */
export function sampleRest(
  { width, height }: { readonly width: number; readonly height: number },
  reach: number,
  isRest: (pixel: number) => boolean,
  visit: (pixel: number) => void,
): void {
  for (let y = reach; y < height - reach; y += sampleStep) {
    for (let x = reach; x < width - reach; x += sampleStep) {
      const pixel = y * width + x;
      if (isRest(pixel)) visit(pixel);
    }
  }
}
