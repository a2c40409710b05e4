/** A bust stands at the lower side, where its own picture cut it off: near, and before nobody's face if that can be. */
import type { Placing } from "./arrangement.ts";
import { facesHidden } from "./crowding.ts";
import { cutSidesOf } from "./cut-sides.ts";
import type { CutOut } from "./cut-subject.ts";
import type { Ground } from "./ground.ts";
import { type Spot, spots } from "./spots.ts";

export type Share = readonly [w: number, h: number];

export interface AtEdge {
  readonly centre: number;
  readonly size: Share;
}

/** Smaller than it would be alone, if that shows a face; what that costs. */
const scales = [1, 0.9, 0.8, 0.7] as const;
const costOfScale = 1.2;
const costOfFace = 1.5;
/** Of its width, how far a shoulder may be over the side, and what that costs. */
const [overSide, costOverSide] = [0.16, 0.2];
/** Of a bust's box, its head and its shoulders. */
const [headAcross, headDown] = [0.5, 0.5];

export function layAtEdge(ground: Ground, cut: CutOut, wish: Placing, interest: number, sized: (scale: number) => Share): AtEdge {
  const all = scales.flatMap((scale) => {
    const size = sized(scale);
    return spotsAtEdge(ground, cut, wish, interest, size).map(([centre, liking]) => ({
      ...{ centre, size },
      value: liking - costOfScale * (1 - scale) - costOfFace * facesBehind(ground, centre, size),
    }));
  });
  return all.reduce((best, next) => (next.value > best.value ? next : best));
}

function spotsAtEdge(ground: Ground, cut: CutOut, wish: Placing, interest: number, [w]: Share): readonly Spot[] {
  const { left, right } = cutSidesOf(cut);
  // What is cut off at a side of its own picture comes in from that side of the new one.
  if (left !== right) return [[left ? w / 2 : 1 - w / 2, 0]];
  const usual = spots(wish, w, interest, ground.neighbour);
  if (wish.side !== "next") return usual;
  const aside = w / 2 - overSide * w;
  const [free, other] = interest > 0.5 ? [aside, 1 - aside] : [1 - aside, aside];
  return [...usual, [free, -costOverSide], [other, -2 * costOverSide]];
}

/** The head hides what is behind it, and the shoulders are as wide as the box. */
function facesBehind({ things }: Ground, centre: number, [w, h]: Share): number {
  const head = { left: centre - (headAcross * w) / 2, right: centre + (headAcross * w) / 2, top: 1 - h, bottom: 1 };
  const body = { left: centre - w / 2, right: centre + w / 2, top: 1 - headDown * h, bottom: 1 };
  return Math.max(facesHidden(things, head), facesHidden(things, body));
}
