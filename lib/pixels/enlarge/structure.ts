/** Sorts places of a picture by what runs through them: which way, how strong, how straight. */
import { boxBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";

export const angles = 16;
const strengths = 4;
const straights = 3;
export const kinds = angles * strengths * straights;

export interface Structure {
  readonly width: number;
  readonly height: number;
  /** The direction of the steepest change, 0..1 for half a turn. */
  readonly angle: Float32Array;
  /** Strength and straightness together: kind = this × angles + the angle's share. */
  readonly grade: Uint8Array;
}

export function readStructure(luma: Plane): Structure {
  const { width, height, data } = luma;
  const [xx, yy, xy] = [newPlane(width, height), newPlane(width, height), newPlane(width, height)];
  for (let y = 0; y < height; y++) {
    const up = Math.max(0, y - 1) * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const gx = (data[y * width + Math.min(width - 1, x + 1)] as number) - (data[y * width + Math.max(0, x - 1)] as number);
      const gy = (data[down + x] as number) - (data[up + x] as number);
      xx.data[at] = gx * gx;
      yy.data[at] = gy * gy;
      xy.data[at] = gx * gy;
    }
  }
  const [bxx, byy, bxy] = [boxBlur(xx, 1), boxBlur(yy, 1), boxBlur(xy, 1)];
  const angle = new Float32Array(width * height);
  const grade = new Uint8Array(width * height);
  for (let i = 0; i < angle.length; i++) {
    const [a, b, c] = [bxx.data[i] as number, byy.data[i] as number, bxy.data[i] as number];
    const spread = Math.sqrt((a - b) * (a - b) + 4 * c * c);
    const large = Math.sqrt(Math.max(0, (a + b + spread) / 2));
    const small = Math.sqrt(Math.max(0, (a + b - spread) / 2));
    const turn = Math.atan2(2 * c, a - b) / (2 * Math.PI);
    angle[i] = turn < 0 ? turn + 1 : turn;
    const straight = large + small === 0 ? 0 : (large - small) / (large + small);
    const strength = large < 6 ? 0 : large < 18 ? 1 : large < 50 ? 2 : 3;
    grade[i] = strength * straights + (straight < 0.3 ? 0 : straight < 0.6 ? 1 : 2);
  }
  return { width, height, angle, grade };
}

/** The kind of a place as seen in a mirror that turns x, y or both around. */
export function kindAt({ angle, grade }: Structure, at: number, isMirroredX: boolean, isMirroredY: boolean): number {
  const own = angle[at] as number;
  const seen = isMirroredX === isMirroredY ? own : 1 - own;
  return (grade[at] as number) * angles + (Math.floor(seen * angles + 0.5) % angles);
}
