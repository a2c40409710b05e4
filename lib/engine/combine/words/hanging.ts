/** "Hang the painting over the sofa", "put picture 1 on the wall": a whole picture that is to hang in the other. */
import type { Arrangement } from "../arrangement.ts";
import { firstNamed, namesPicture } from "./named-picture.ts";
import { sideOf } from "./placing.ts";

const flat =
  /\b(?:paintings?|posters?|pictures?|photo(?:graph)?s?|images?|art(?:works?)?|prints?|canvas(?:es)?|portraits?|drawings?|illustrations?|banners?|maps?|logos?|signs?|first|second|it)\b|画|海报|照片|图|作品|标志|横幅|地图/u;
const hung: readonly RegExp[] = [
  /\b(?:hang|hung|mount|put|place|stick|paste|pin|display|show|add)\w*\b(?<what>.*?)\b(?:on|to|onto|at|against)\b (?:the |a |that |my )?(?:[a-z]+ )?wall\b(?:.*\b(?:over|above) (?:the |a |my )?(?<over>[a-z ]+?)$)?/u,
  /\b(?:hang|hung|(?:put|place|add)(?=.*\b(?:paintings?|posters?|artworks?|prints?|canvas)\b.*\b(?:over|above)\b))\w*\b(?<what>.*?)\b(?:over|above) (?:the |a |my )?(?<over>[a-z ]+?)(?: (?:of|from|in)\b.*)?$/u,
  /墙上?(?:挂|贴|放|展示)上?(?<what>.+)/u,
  /(?<what>.*?)(?:挂|贴|钉|放|展示)[在到].*?(?:墙|(?<over>沙发|床|柜子|壁炉|书桌|餐桌|钢琴|电视)[头柜]?的?(?:上方|上面|之上))/u,
];

/** Undefined where nothing flat is to hang. */
export function hangingOf(text: string): (Arrangement & { readonly kind: "hang" }) | undefined {
  for (const pattern of hung) {
    const { what, over } = pattern.exec(text)?.groups ?? {};
    if (what === undefined || !flat.test(what)) continue;
    const picture = namesPicture(what) ? firstNamed(what) : namesPicture(text) && firstNamed(text) === 0 ? 1 : 0;
    return {
      kind: "hang",
      picture,
      side: sideOf(text) ?? "next",
      ...(over === undefined ? {} : { over: over.trim() }),
    };
  }
  return undefined;
}
