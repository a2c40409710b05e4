/** A rider is a person with what is ridden: cyclists do not leave their bicycles behind. */
import { personKind, ridden } from "#lib/engine/eye/kinds.ts";
import { areaOf, commonArea, type NamedBox, unionOf } from "#lib/pixels/network/read-boxes.ts";

/** But the rider's jersey is on the person alone. */
const rides =
  /\b(?:cyclist|rider|biker|motorcyclist|jockey|skateboarder|surfer|skier)s?\b(?!['’])|\b(?:on|riding)\b.*\b(?:bi(?:ke|cycle)|motor(?:bike|cycle)|scooter|horse)s?\b|骑(?!.*的$)/u;

/** Of what is ridden, so much lies in the box of who rides it. */
const leastShared = 0.25;

/** With what they ride, where the words speak of riders and any are seen. */
export function findRiders(people: readonly NamedBox[], all: readonly NamedBox[], said: string): readonly NamedBox[] | undefined {
  if (!rides.test(said)) return undefined;
  const mounts = all.filter(({ kind }) => ridden.has(kind));
  const riders = people.flatMap((person) => {
    const own = person.kind === personKind ? mounts.filter((mount) => carries(mount, person)) : [];
    return own.length === 0 ? [] : [unionOf([person, ...own])];
  });
  return riders.length === 0 ? undefined : riders;
}

/** What is ridden begins lower and ends below the middle of who rides it. */
function carries(mount: NamedBox, rider: NamedBox): boolean {
  const isUnder = mount.top > rider.top && mount.bottom > (rider.top + rider.bottom) / 2;
  return isUnder && commonArea(mount, rider) > leastShared * areaOf(mount);
}
