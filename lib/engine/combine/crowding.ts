/** What a newcomer would hide of what stands in a picture already. */
import { personKind } from "#lib/engine/eye/kinds.ts";
import { areaOf, commonArea, type Extent, type NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";

/** 0..0.8: of the one of which most is hidden. */
export function crowding(things: readonly NamedBox[], newcomer: Extent): number {
  const hidden = things.map((box) => hiddenOf(box, newcomer));
  return 0.8 * ramp(Math.max(0, ...hidden), 0.1, 0.7);
}

/** Of somebody's box, from above: the head and the shoulders. */
const [headDown, headAside] = [0.4, 0.2];

/** 0..1 for each face that is hidden, added up. */
export function facesHidden(things: readonly NamedBox[], newcomer: Extent): number {
  return peopleNear(things).reduce((sum, box) => sum + hiddenOf(faceOf(box), newcomer), 0);
}

/** Of the picture; nobody is known again who takes less of it. */
const leastOfNear = 0.015;

export function peopleNear(things: readonly NamedBox[]): readonly NamedBox[] {
  return things.filter((box) => box.kind === personKind && areaOf(box) > leastOfNear);
}

function faceOf({ left, top, right, bottom }: NamedBox): Extent {
  const aside = headAside * (right - left);
  return { left: left + aside, right: right - aside, top, bottom: top + headDown * (bottom - top) };
}

function hiddenOf(box: Extent, newcomer: Extent): number {
  return commonArea(box, newcomer) / Math.max(1e-6, areaOf(box));
}
