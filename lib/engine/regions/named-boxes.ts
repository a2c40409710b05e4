/** Which of the things with names in a picture words mean: one of several people, the boats, the man on the right. */
import { findKinds, isAlive, personKind } from "#lib/engine/eye/kinds.ts";
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import type { Side } from "#lib/engine/instructions/place.ts";
import { areaOf, commonArea, middleOf, type NamedBox, overlap } from "#lib/pixels/network/read-boxes.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import type { Work } from "#lib/pixels/work.ts";
import { findRiders } from "./riders.ts";

/** A thing with a name, as words speak of it. */
export interface Named {
  readonly said: string;
  readonly isMany?: boolean | undefined;
  readonly side?: Side | undefined;
}

export interface NamedThings {
  readonly boxes: readonly [NamedBox, ...NamedBox[]];
  /** What lives and is not meant, but may be seen in the same boxes. */
  readonly others: readonly NamedBox[];
  readonly isAlive: boolean;
  /** Seen as what it is often taken for: a bottle for a glass. */
  readonly isKin?: true;
}

const people =
  /\b(?:people|everyone|everybody|couple|men|women|girls|boys|children|kids|guys|ladies)\b|们|[两三几]个?人|大家|一家|情侣|夫妻|所有人|每个人/u;
const child = /\b(?:child|kid|boy|girl|baby|toddler)\b|孩|宝宝|婴儿/u;
const grownUp =
  /\b(?:m[ae]n|wom[ae]n|guy|lady|gentleman|dad|father|mum|mom|mother)\b|男人|女人|男士|女士|男子|女子|先生|爸爸|妈妈|父亲|母亲/u;

/** Of the largest: smaller ones stand far behind. */
const [leastOfMany, leastOfMain] = [0.04, 0.15];
/** A child's height, of a grown-up's. */
const mostOfChild = 0.8;

/** Undefined where nothing of the name is seen. */
export function* findNamedBoxes(view: View, { said, isMany, side }: Named): Work<NamedThings | undefined> {
  const wanted = findKinds(said);
  if (wanted === undefined) return undefined;
  const all = yield* lookForNamedThings(view);
  const ofKinds = (kinds: readonly number[]): readonly NamedBox[] => all.filter(({ kind }) => kinds.includes(kind));
  const ofName = withKin(ofKinds(wanted.own), ofKinds(wanted.alike));
  const riders = findRiders(ofName, all, said);
  const found = onSide(riders ?? ofName, side);
  const [best] = bestFirst(found);
  if (best === undefined) return undefined;
  const main = found.filter((box) => areaOf(box) >= (isMany ? leastOfMany : leastOfMain) * areaOf(best));
  const chosen = isMany || people.test(said) ? withoutHarbours(bestFirst(main)) : chooseOne(main, said, side);
  const [first, ...rest] = chosen;
  if (first === undefined) return undefined;
  const others = othersThan(chosen, all);
  return {
    boxes: [first, ...rest],
    others: riders === undefined ? others : notWithin(others, chosen),
    isAlive: isAlive(first.kind),
    ...(wanted.own.includes(first.kind) ? {} : { isKin: true as const }),
  };
}

/** A horse is its rider's, and so is what of the rider is seen alone. */
function notWithin(others: readonly NamedBox[], chosen: readonly NamedBox[]): readonly NamedBox[] {
  return others.filter((other) => !chosen.some((box) => isWithin(other, box)));
}

/** Below this the network is not sure of a thing's kind, and a much larger one is rather meant. */
const [unsure, muchLarger] = [0.5, 3];

/** An old car may be taken for a motorcycle while a car parks far behind it. */
function withKin(own: readonly NamedBox[], alike: readonly NamedBox[]): readonly NamedBox[] {
  const largest = Math.max(0, ...own.map(areaOf));
  return [...own, ...alike.filter((box) => own.length === 0 || (box.score < unsure && areaOf(box) > muchLarger * largest))];
}

export function othersThan(chosen: readonly NamedBox[], all: readonly NamedBox[]): readonly NamedBox[] {
  return all.filter((box) => isAlive(box.kind) && !chosen.some((each) => isSame(each, box)));
}

/** Sure and large ones before others. */
export function bestFirst(boxes: readonly NamedBox[]): readonly NamedBox[] {
  return boxes.toSorted((a, b) => weightOf(b) - weightOf(a));
}

function weightOf(box: NamedBox): number {
  return box.score * Math.sqrt(areaOf(box));
}

const heightOf = ({ top, bottom }: NamedBox): number => bottom - top;

/** "On the left": of several the ones on that side, also where all are left of the middle. */
function onSide(boxes: readonly NamedBox[], side: Side | undefined): readonly NamedBox[] {
  if (side === undefined) return boxes;
  const at = (box: NamedBox): number =>
    side === "left"
      ? 1 - middleOf(box)
      : side === "right"
        ? middleOf(box)
        : side === "top"
          ? 1 - (box.top + box.bottom) / 2
          : side === "bottom"
            ? (box.top + box.bottom) / 2
            : side === "middle"
              ? 1 - 2 * Math.abs(middleOf(box) - 0.5)
              : 0;
  return boxes.filter((box) => at(box) > 0.5);
}

function chooseOne(main: readonly NamedBox[], said: string, side: Side | undefined): readonly NamedBox[] {
  const sorted = bestFirst(main);
  const [best] = sorted;
  if (best === undefined) return [];
  if (best.kind !== personKind) return [best, ...sorted.filter((box) => box !== best && isPartOf(box, best))];
  const bySide = side === "left" || side === "right" ? main.toSorted((a, b) => middleOf(a) - middleOf(b)) : undefined;
  const outermost = side === "left" ? bySide?.[0] : bySide?.at(-1);
  if (outermost !== undefined) return [outermost];
  const byHeight = main.toSorted((a, b) => heightOf(a) - heightOf(b));
  const [smallest, tallest] = [byHeight[0] ?? best, byHeight.at(-1) ?? best];
  const areOfTwoSizes = heightOf(smallest) < mostOfChild * heightOf(tallest);
  if (areOfTwoSizes && child.test(said)) return [smallest];
  if (areOfTwoSizes && grownUp.test(said))
    return bestFirst(main.filter((box) => heightOf(box) >= mostOfChild * heightOf(tallest))).slice(0, 1);
  return [best];
}

/** The hull of a boat and the boat with its mast: both are it. */
const [partly, nearlyAsSure] = [0.7, 0.6];

function isPartOf(box: NamedBox, best: NamedBox): boolean {
  return box.score >= nearlyAsSure * best.score && commonArea(box, best) >= partly * Math.min(areaOf(box), areaOf(best));
}

/** A box about a whole harbour holds boats that were told better one by one. */
function withoutHarbours(boxes: readonly NamedBox[]): readonly NamedBox[] {
  const isAbout = (box: NamedBox, other: NamedBox): boolean =>
    !isAlive(box.kind) && other.score > box.score && areaOf(other) < areaOf(box) && commonArea(box, other) > partly * areaOf(other);
  return boxes.filter((box) => !boxes.some((other) => isAbout(box, other)));
}

/** A dog that is taken for a cow as well is one animal. */
const same = 0.55;

function isSame(one: NamedBox, other: NamedBox): boolean {
  return overlap(one, other) > same;
}

const mostlyWithin = 0.75;

/** A child on somebody's arm, seen as a person by itself. */
export function isWithin(one: NamedBox, other: NamedBox): boolean {
  return commonArea(one, other) > mostlyWithin * areaOf(one) && areaOf(one) < areaOf(other);
}
