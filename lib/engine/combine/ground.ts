/** What a picture offers to stand on: where its ground, its water and its walls are, and who stands there already. */
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import { findWater } from "#lib/engine/regions/cover.ts";
import { findPlace } from "#lib/engine/regions/find-place.ts";
import { findHorizon } from "#lib/engine/regions/land.ts";
import { findNamedBoxes } from "#lib/engine/regions/named-boxes.ts";
import { findSky } from "#lib/engine/regions/natural.ts";
import { hueDistance } from "#lib/pixels/colour.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { findUprights } from "#lib/pixels/segment/uprights.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { type EyeLine, eyeLineOf } from "./eye-line.ts";
import { carriersNamed, findCarrier } from "./furniture.ts";
import type { Standing } from "./words/standing.ts";

/** All planes are of the size of a view. */
export interface Ground {
  readonly eyes: EyeLine;
  readonly sky: Plane | undefined;
  readonly water: Plane | undefined;
  readonly uprights: Plane;
  /** What the words say it stands on. */
  readonly wanted: Plane | undefined;
  readonly things: readonly NamedBox[];
  /** What the words say it stands next to, before or behind. */
  readonly neighbour: NamedBox | undefined;
  /** What the words put it on. */
  readonly carrier: NamedBox | undefined;
  /** What the words say of where it stands, and is not seen in the picture. */
  readonly unfound: string | undefined;
}

export function* readGround(picture: Raster, { on, beside, isImplied, upon, isByWater }: Standing): Work<Ground> {
  const view = yield* lookAt(picture);
  const sky = yield* part(findSky(view), 0, 0.15);
  const horizon = yield* part(findHorizon(view), 0.15, 0.3);
  const water = yield* part(findWater(view), 0.3, 0.5);
  const uprights = yield* part(findUprights(view), 0.5, 0.55);
  const things = yield* part(lookForNamedThings(view), 0.55, 0.75);
  const wanted = on === undefined || on.name === "water" ? undefined : yield* part(findPlace(view.raster, on), 0.75, 1);
  const neighbours = beside === undefined ? undefined : yield* findNamedBoxes(view, { said: beside });
  const carrier = upon === undefined ? undefined : findCarrier(things, carriersNamed(upon) ?? []);
  return {
    ...{ neighbour: neighbours?.boxes[0], carrier },
    unfound: carrier === undefined && upon !== undefined ? upon : neighbours === undefined && !isImplied ? beside : undefined,
    eyes: eyeLineOf(things, uprights, horizon),
    ...{ sky, uprights, things },
    water: water !== undefined && (isByWater || on?.name === "water" || isBlue(view, water)) ? water : undefined,
    wanted: wanted?.mask,
  };
}

/** A road is as calm as a lake and as grey as one on a dull day: where no word says that there is water, it must be blue. */
const mostlyBlue = 0.5;

function isBlue({ hue, chroma }: View, water: Plane): boolean {
  let [blue, all] = [0, 1e-6];
  water.data.forEach((value, i) => {
    all += value;
    if ((chroma[i] as number) > 5 && hueDistance(hue[i] as number, 200) < 50) blue += value;
  });
  return blue > mostlyBlue * all;
}
