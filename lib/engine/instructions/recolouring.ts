/** "Make the red car blue", "the sky bluer", "a teal tint": which place takes which colour. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { readAmount } from "./amounts.ts";
import { colourPattern, englishColour, findColour, findColours, type NamedColour } from "./colours.ts";
import type { Operation } from "./operation.ts";
import { isWholePicture, type Place, readPlace, tooSmall } from "./place.ts";

export interface Recolouring {
  readonly operation: Operation;
  readonly place?: Place;
}

const colour = `(?:${colourPattern})`;
/** A thing has a name after its article: in "make the coral pink" it is the coral. */
/** "Make the grass more yellow" leans; "less yellow" was read before. */
const leans = new RegExp(`\\bmore (?:${colourPattern})(?:ish)?$`, "u");
const article = "(?:the|an?|my|his|her|their|our|your|this|that|these|those)\\s";
const thing = `(?<thing>(?:${article}+)?(?!${article})\\S.*?)`;
const patterns: readonly RegExp[] = [
  new RegExp(
    `^(?:i(?:'d| would)? (?:want|like|need) )?${thing} (?:to be|in|should be|must be|should become|becomes?) (?:an? )?(?<to>${colour})$`,
    "u",
  ),
  new RegExp(
    `^(?:please )?(?:can you )?(?:change|turn|make|paint|recolou?r|dye|colou?r|switch|convert|repaint|tint|give)\\s+${thing}\\s+(?:from .+? )?(?:(?:in)?to\\s+(?:an? )?(?:[a-z]+[- ])??|as\\s+|be\\s+|look\\s+|in\\s+)?(?:a |an |all |completely |pure |solid |bright |nice |lovely )*(?<to>${colour})(?:\\s+(?:colou?r|instead|now|one))?$`,
    "u",
  ),
  new RegExp(
    `^(?:please )?(?:replace|swap)\\s+(?<thing>.+?)\\s+(?:with|for|by)\\s+(?:an?\\s+)?(?:solid |plain |pure )?(?<to>${colour})(?:\\s+(?:background|backdrop|one|colou?r))?$`,
    "u",
  ),
  new RegExp(
    `^请?(?:帮我)?(?:把|将|让|使|给)?(?<thing>.+?)(?:的颜色|颜色)?(?:改成|变成|换成|改为|变为|换为|染成|涂成|刷成|换个|换上|漆成|调成|替换成|替换为|设为|变)(?:纯)?(?<to>${colour})(?:的[\u4e00-\u9fff]{0,3}|背景)?$`,
    "u",
  ),
];
/** What the colour is compared with says nothing more than the colour does. */
const finish = new RegExp(`\\b(?:metallic|matte?|glossy|gloss|satin|shiny|glittery|dry) (?=${englishColour}\\b)`, "gu");
/** "The green grass to yellow grass": said again, it is the same thing. */
const again = /\b([a-z]+)( (?:in)?to (?:an? )?[a-z ]+?) \1$/u;
const aside = /\s+(?:like (?:(?:the|an?|in|on)\b.*|[a-z]+s$)|instead(?: of\b.*)?|rather than\b.*|as in\b.*)$/u;
/** "Bluer", "more blue", "更蓝": towards a colour, not all the way. */
const leaning = [
  new RegExp(`\\b(?:(?<more>red|blu|green|yellow|orang|pink|purpl|gold|brown)(?:d?er)|more (?<en>${englishColour})(?:ish)?)\\b`, "u"),
  /(?:更|偏|变?得?更加?|再)[翠嫩碧湛湖宝鲜]?(?<zh>红|蓝|绿|黄|橙|粉|紫|金|青)/u,
  /调得?更?(?<zh>红|蓝|绿|黄|橙|粉|紫|金|青)(?=一?[点些])/u,
  /(?<=^(?!.*[少减别不去太淡浅深]).*)(?<zh>红|蓝|绿|黄|橙|粉|紫|金|青)色?一?[点些]$/u,
  /[往向](?<zh>红|蓝|绿|黄|橙|粉|紫|金|青)色?(?:方向)?(?:调?里?)(?:拉|推|偏|靠|走|带)/u,
];
const stems: Readonly<Record<string, string>> = { blu: "blue", orang: "orange", purpl: "purple" };

export function readRecolouring(clause: string): Recolouring | undefined {
  const weaker = new RegExp(
    `\\b(?:less|fewer|tone down the|reduce the|desaturate the)\\s+(?<en>${colour})(?:\\s+(?:in|on|from|of|out of)\\s+(?<where>\\S.*))?|(?:减少|降低|减弱|少一?[点些]|不那么)(?:(?<whereZh>[\u4e00-\u9fff]{1,6}?)[上里中]?的)?(?<zh>${colour})`,
    "u",
  ).exec(clause)?.groups;
  const faded = findColour(weaker?.en ?? weaker?.zh ?? "");
  if (faded !== undefined) {
    const { share, times } = readAmount(clause);
    const said = (weaker?.where ?? weaker?.whereZh ?? "").trim();
    const where = readPlace(said);
    if (where === undefined && tooSmall.test(said) && !/shadows?|阴影/u.test(said)) return undefined;
    // Of the red in a face only so much is to go as makes it red: grey skin was never wished for.
    if (where !== undefined && where.name !== "colour")
      return { operation: { kind: "tint", colour: faded, strength: -Math.min(2, share ?? times), isLeaning: true }, place: where };
    const amount = Math.min(1, share ?? 0.5 * times);
    return { operation: { kind: "tone", name: "saturation", amount: -amount }, place: { name: "colour", said: faded.name, colour: faded } };
  }
  const stronger =
    /^(?:boost|enhance|intensify|strengthen|increase|more|richer|deeper|stronger|punchier|lusher|bolder|give (?:it|me) richer) (?:the )?(?<colour>[a-z]+?)s?$|^(?:增强|加强|突出)(?<zh>.{1,3})$/u.exec(
      clause,
    )?.groups;
  const deepened = findColour(stronger?.colour ?? stronger?.zh ?? "");
  if (deepened !== undefined) {
    return {
      operation: { kind: "tone", name: "saturation", amount: 0.4 },
      place: { name: "colour", said: deepened.name, colour: deepened },
    };
  }
  const bare = clause
    .replace(aside, "")
    .replace(finish, "")
    .replace(again, "$1$2")
    .replace(/\bthe colou?r of (?=the\b)/u, "");
  if (leans.test(bare)) return undefined;
  for (const pattern of patterns) {
    const groups = pattern.exec(bare)?.groups;
    if (groups === undefined) continue;
    const to = findColour(groups.to ?? "");
    const said = (groups.thing ?? "").trim();
    if (to === undefined || said === "") return undefined;
    if (isWholePicture(said) && /grey$/u.test(to.name)) return { operation: { kind: "look", name: "black and white", strength: 1 } };
    if (isWholePicture(said)) return { operation: { kind: "tint", colour: to, strength: readAmount(clause).times } };
    const place = readPlace(said);
    if (place === undefined) return undefined;
    if (place.name === "background") return { operation: { kind: "backdrop", colour: to }, place };
    return { operation: { kind: "recolour", to }, place };
  }
  return undefined;
}

export interface Leaning {
  readonly operation: Operation & { kind: "tint" };
  readonly rest: string;
}

/** The clause without the words that were understood comes back as `rest`, to look for a place in. */
export function readLeaning(clause: string): Leaning | undefined {
  for (const pattern of leaning) {
    const match = pattern.exec(clause);
    if (match === null) continue;
    const word = match.groups?.more ?? match.groups?.en ?? match.groups?.zh ?? "";
    const named = findColour(stems[word] ?? word);
    if (named === undefined) continue;
    const strength = Math.min(2, 0.8 * readAmount(clause).times);
    return { operation: { kind: "tint", colour: named, strength, isLeaning: true }, rest: clause.replace(match[0], "□") };
  }
  return undefined;
}

export function readTint(clause: string): Operation | undefined {
  if (/\b(?:duo[- ]?tone|two[- ]?tone)\b|双色/u.test(clause)) {
    const [first, named] = findColours(clause);
    const [a, b] = [first ?? { name: "navy", rgb: [24, 38, 98] as const }, named ?? { name: "cream", rgb: [250, 224, 190] as const }];
    const isFirstDark = a.rgb[0] + a.rgb[1] + a.rgb[2] <= b.rgb[0] + b.rgb[1] + b.rgb[2];
    return isFirstDark ? { kind: "duotone", dark: a, light: b } : { kind: "duotone", dark: b, light: a };
  }
  const inOne = new RegExp(
    `(?<a>${colour})[ -]?(?:monotone|monochrome|单色)|(?:monotone|monochrome|单色)(?: in| with)? ?(?<b>${colour})`,
    "u",
  ).exec(clause)?.groups;
  const only = findColour(inOne?.a ?? inOne?.b ?? "");
  if (only !== undefined) return inTonesOf(only);
  if (!/\b(?:tint|tinted|tone|toned|tones|cast|filter|wash|overlay|grade|graded|grading)\b|色调|滤镜|偏色|染色/u.test(clause))
    return undefined;
  const named = findColour(clause.replace("white balance", ""));
  const { share, times } = readAmount(clause);
  return named === undefined ? undefined : { kind: "tint", colour: named, strength: share ?? times };
}

/** From nearly black to nearly white through the one colour. */
function inTonesOf({ name, rgb }: NamedColour): Operation {
  const mixed = (aim: number, share: number): Rgb =>
    [0, 1, 2].map((c) => Math.round((rgb[c] as number) + share * (aim - (rgb[c] as number)))) as unknown as Rgb;
  return { kind: "duotone", dark: { name: `dark ${name}`, rgb: mixed(0, 0.72) }, light: { name: `pale ${name}`, rgb: mixed(255, 0.86) } };
}
