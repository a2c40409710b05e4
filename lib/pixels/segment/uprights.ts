/** How much of each place is edges that go up: walls, posts, trunks, people. Ground, water and far hills have few of them. */
import { gaussianBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";
import type { Work } from "../work.ts";
import { ramp } from "./ramp.ts";
import type { View } from "./view.ts";

/** In pixels of a view. */
const about = 3;
/** How much more edges must go up than along, of all of them. */
const [hardlyUp, mostlyUp] = [0.15, 0.5];
/** In Lab, between two pixels. */
const [faint, clear] = [4, 10];

/** 0..1 for each pixel of the view. */
export function* findUprights({ width, height, lab }: View): Work<Plane> {
  const [across, along] = [newPlane(width, height), newPlane(width, height)];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      across.data[i] = ((lab[(i + 1) * 3] as number) - (lab[(i - 1) * 3] as number)) ** 2;
      along.data[i] = ((lab[(i + width) * 3] as number) - (lab[(i - width) * 3] as number)) ** 2;
    }
  yield 0.3;
  const [up, level] = [gaussianBlur(across, about).data, gaussianBlur(along, about).data];
  yield 0.8;
  const result = newPlane(width, height);
  for (let i = 0; i < result.data.length; i++) {
    const energy = (up[i] as number) + (level[i] as number);
    const lead = ((up[i] as number) - (level[i] as number)) / Math.max(1e-6, energy);
    result.data[i] = ramp(lead, hardlyUp, mostlyUp) * ramp(Math.sqrt(energy), faint, clear);
  }
  return result;
}
