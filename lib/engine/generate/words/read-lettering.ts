/** What is said of the words in a scene: the hand they are written in, their ink and the plain ground they stand on. */
import { aColour, findColour } from "#lib/engine/instructions/colours.ts";
import { isColumn, readFace } from "#lib/engine/instructions/writing.ts";
import { lumaOf, type Rgb } from "#lib/pixels/colour.ts";
import type { Scene } from "../scene.ts";

const inkOfLetters = new RegExp(
  `(?<en>${aColour})\\s+(?:(?:bold|big|large|capital|huge|small|elegant|serif|brush|handwritten)\\s+)*(?:letters|lettering|text|type|typography|words|font|title)|(?<zh>${aColour})(?:大|粗|的|色)*(?:字|标题)`,
  "u",
);
const groundOfLetters = new RegExp(
  `(?:\\bon|against)\\s+(?:an?\\s+)?(?:plain\\s+|solid\\s+)?(?<en>${aColour})(?=\\s*(?:background|backdrop|ground|paper|[,.;]|$))|(?<of>${aColour})\\s*(?:background|backdrop|背景|底)`,
  "u",
);

/** What follows the quote at once. */
const inkAfterWords = new RegExp(`^\\s*,?\\s*in\\s+(?:bold\\s+|big\\s+|large\\s+)?(?<colour>${aColour})`, "u");

/**
 * "White letters on a red background": both are plain, and neither colours anything else. Of `colours`, all that were said
 * where nothing but words is asked for, the only one beside the ground's is theirs: "red background, saying 'SALE', gold".
 */
export function readLettering(
  told: string,
  colours: readonly Rgb[],
  after: string,
): Pick<Scene, "textInk" | "ground" | "face" | "isColumn"> {
  const [ink, named] = [inkOfLetters.exec(told)?.groups, groundOfLetters.exec(told)?.groups];
  const plain = findColour(named?.en ?? named?.of ?? "")?.rgb;
  const ground = plain ?? (ink === undefined && isPair(colours) ? colours[0] : undefined);
  const [only, ...more] = ground === undefined ? [] : colours.filter((colour) => colour !== ground);
  const said = inkAfterWords.exec(after)?.groups;
  const textInk = findColour(said?.colour ?? ink?.en ?? ink?.zh ?? "")?.rgb ?? (more.length === 0 ? only : undefined);
  const face = readFace(told);
  return {
    ...(textInk === undefined ? {} : { textInk }),
    ...(ground === undefined ? {} : { ground }),
    ...(face === undefined ? {} : { face }),
    ...(isColumn(told) ? { isColumn: true as const } : {}),
  };
}

/** "Red and gold", and nothing else to be painted: the second is read on the first. */
function isPair([first, second, ...more]: readonly Rgb[]): boolean {
  return first !== undefined && second !== undefined && more.length === 0 && Math.abs(lumaOf(...first) - lumaOf(...second)) > 60;
}

/** Words that are only about the lettering, and nothing to be painted. */
export const aboutLettering =
  /^(?:titled?|text|words?|caption|headline|slogan|tagline|letter(?:s|ing)?|typography|type|font|says?|saying|reads?|reading|named|called|wordmark|script|serif|sans|sans-serif|handwrit\w*|calligraphy|brush|vertical(?:ly)?|bold|标题|文字|字样|标语|口号|题字|题词|题|写着|写上|手写体?|书法|毛笔字?|宋体字?|黑体字?|竖排|竖写|字标|大字|粗体)+$/u;
