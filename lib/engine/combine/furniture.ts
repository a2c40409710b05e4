/** What things are put on: a cat on a sofa, a vase on a table. How high that is and how large it is tells how large they are. */
import { findKinds, tableKind } from "#lib/engine/eye/kinds.ts";
import { bestFirst } from "#lib/engine/regions/named-boxes.ts";
import { areaOf, type NamedBox } from "#lib/pixels/network/read-boxes.ts";
import type { Raster } from "#lib/pixels/raster.ts";

interface Rest {
  /** How far down its box things lie on it, as a share. */
  readonly down: number;
  /** The root of what its box covers, in metres: nearly the same from the front and from the side. */
  readonly size: number;
}

const rests: ReadonlyMap<number, Rest> = new Map([
  ...(
    [
      ["bench", 0.5, 1.1],
      ["chair", 0.58, 0.8],
      ["sofa", 0.6, 1.3],
      ["bed", 0.5, 1.6],
      ["car", 0.06, 2.2],
      ["truck", 0.04, 3.5],
      ["suitcase", 0.04, 0.6],
      ["refrigerator", 0.02, 1.1],
    ] as const
  ).map(([name, down, size]): [number, Rest] => [(findKinds(name)?.own[0] ?? 0) as number, { down, size }]),
  [tableKind, { down: 0.3, size: 1.1 }],
]);

const table = /\b(?:table|desk|counter)(?:top)?$|[桌案台][子面]?$|茶几$/u;

/** Undefined for what nothing is put on. */
export function carriersNamed(noun: string): readonly number[] | undefined {
  if (table.test(noun)) return [tableKind];
  const wanted = findKinds(noun);
  if (wanted === undefined || !rests.has(wanted.own[0] as number)) return undefined;
  return [...wanted.own, ...wanted.alike].filter((kind) => rests.has(kind));
}

/** A box about all of a picture is a guess. */
const mostOfPicture = 0.94;

/** The surest and largest; what it may be taken for only where it is not seen itself. */
export function findCarrier(boxes: readonly NamedBox[], kinds: readonly number[]): NamedBox | undefined {
  const best = (kind: number): NamedBox | undefined =>
    bestFirst(boxes.filter((box) => box.kind === kind && areaOf(box) < mostOfPicture))[0];
  return kinds.map(best).find((box) => box !== undefined);
}

export interface Surface {
  /** As a share of the height, from above. */
  readonly foot: number;
  readonly pixelsPerMetre: number;
}

export function surfaceOf({ kind, left, top, right, bottom }: NamedBox, { width, height }: Pick<Raster, "width" | "height">): Surface {
  const { down, size } = rests.get(kind) as Rest;
  return {
    foot: top + down * (bottom - top),
    pixelsPerMetre: Math.sqrt((right - left) * width * (bottom - top) * height) / size,
  };
}
