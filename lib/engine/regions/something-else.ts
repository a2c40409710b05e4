/**
 * Whether what was taken for a thing for standing out, or for its colour, is seen to be something else: a bird is no poles, and
 * a laptop before a wall is not the wall.
 */
import { findKinds, isAlive } from "#lib/engine/eye/kinds.ts";
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Meant } from "./clear-subject.ts";

/** Parts of buildings and what stands in rows: none of the kinds the network was shown, and nothing that could be taken for one. */
const structure =
  /\b(?:wall|ceiling|floor|fence|railing|pole|post|pillar|column|wire|cable|roof|chimney|tower|building|house|bridge|street|road|pavement|path|curtain|carpet|rug|window|background)s?$|(?:墙壁?|墙面|天花板|地板|栅栏|围栏|栏杆|杆子?|柱子?|电线|屋顶|烟囱|塔|楼|建筑|房子|桥|路|窗帘|地毯|窗户?)$/u;

/** Lives as little as those, but the network may have taken it for something else: a crate for a suitcase. */
const lifeless =
  /\b(?:lamp|light|lantern|flag|banner|globe|sign(?:post|board)?|billboard|poster|painting|mirror|logo|label|sticker|tag|mail ?box|letter ?box|dustbin|trash can|bin|cone|tent|rock|stone|boulder|log|stump|branch|leaf|leaves|box|boxes|crate|barrel|bucket|basket|ladder|shelf|shelves|rope|candle|gift|present|barrier|scaffold(?:ing)?|antenna|satellite dish|puddle|hedge|bush(?:es)?)s?$|(?:灯笼?|路灯|旗帜?|横幅|地球仪|牌子?|招牌|海报|画|镜子|标志|贴纸|信箱|垃圾[桶箱]|帐篷|石头|岩石|树桩|树枝|箱子?|盒子?|木?桶|篮子?|梯子|架子?|绳子?|蜡烛|礼物|天线|水坑|灌木)$/u;

/** Of somebody who stands out a guess is enough; a fence has been taken for a bench before. */
const [leastOfAlive, leastOfThing] = [0.38, 0.48];
/** Of a box, how much was taken where the thing in it was; of what was taken, how much lies in such boxes. */
const [leastTaken, mostlyWithin] = [0.22, 0.6];

export function* isSomethingElse(looks: Raster, said: string, { mask, note }: Meant): Work<boolean> {
  // What was seen by its name, or told by its own colours, is it.
  if (note === undefined || !("took" in note) || !["salient", "strongest", "middle"].includes(note.took)) return false;
  const wanted = findKinds(said);
  const isStructure = structure.test(said);
  if (wanted === undefined && !isStructure && !lifeless.test(said)) return false;
  const named = [...(wanted?.own ?? []), ...(wanted?.alike ?? [])];
  const isDead = !named.some(isAlive);
  const view = yield* lookAt(looks);
  const others = (yield* part(lookForNamedThings(view), 0, 0.9)).filter(
    ({ kind, score }) =>
      !named.includes(kind) && (isAlive(kind) ? score >= leastOfAlive && (isStructure || isDead) : score >= leastOfThing && isStructure),
  );
  return others.length > 0 && isCoveredBy(scalePlane(mask, view.width, view.height), others);
}

function isCoveredBy(mask: Plane, boxes: readonly NamedBox[]): boolean {
  const isIn = ({ left, top, right, bottom }: NamedBox, i: number): boolean => {
    const [x, y] = [((i % mask.width) + 0.5) / mask.width, (Math.floor(i / mask.width) + 0.5) / mask.height];
    return x > left && x < right && y > top && y < bottom;
  };
  const shareIn = (box: NamedBox): number => {
    const inside = mask.data.filter((_, i) => isIn(box, i));
    return inside.reduce((sum, value) => sum + value, 0) / Math.max(1, inside.length);
  };
  const taken = boxes.filter((box) => shareIn(box) > leastTaken);
  let [all, within] = [1e-6, 0];
  mask.data.forEach((value, i) => {
    all += value;
    if (taken.some((box) => isIn(box, i))) within += value;
  });
  return within > mostlyWithin * all;
}
