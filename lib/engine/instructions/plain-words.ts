/** What people type in a hurry: chat words, slips of the keys, and Chinese in its other letters, in the words the rest is read by. */
import { toSimplified } from "./simplified.ts";

const chatWords: readonly (readonly [RegExp, string])[] = [
  [/\b(?:pls|plz|plez|thx|ty|tysm)\b/gu, "please"],
  [/\b(?:a ?)?(?:lil|lil'|li'l|littl)\b(?: ?bit)?/gu, "a little"],
  [/\babit\b|\b(?:a )?(?:smidge|smidgen|tad|teeny bit|tiny bit|wee bit)\b(?: of)?/gu, "a bit"],
  [/\b(?:kinda|sorta|kind of a?|sort of a?) (?=\w)/gu, "a bit "],
  [/(?<=^|[,;.]\s*|\b(?:and|but|then|with|add|give it) )bit (?:of )?(?=[a-z])/gu, "a bit "],
  [/\bw\/ ?(?=[a-z])/gu, "with "],
  [/\bb ?(?:&|\/|n|and) ?w\b|\bblk ?(?:&|\/|n) ?wht\b/gu, "monochrome"],
  [/\bbg\b/gu, "background"],
  [/\bblury\b|\bbluring\b/gu, "blurry"],
  [
    /(?<=\b(?:its|it's|is|are|looks?|came out|way|bit|little|far|much) )to (?=(?:dark|bright|light|yellow|blue|green|red|warm|cold|cool|blurry|soft|flat|dull|noisy|grainy|hazy|saturated|harsh|busy)\b)/gu,
    "too ",
  ],
  [/(?<=^|[,;.]\s*|\band )(?<!\d\.)([+−-]?\d+(?:\.\d+)?) ?(ev|stops?)\b(?! (?:brighter|darker|up|down|over|under))/gu, "exposure $1 $2"],
  [/\bgr[ae]yer\b/gu, "less saturated"],
  [/\btemp\b(?= ?[+-]?\d| (?:up|down))/gu, "colour temperature"],
  [/\btint ?\+\d+/gu, "slight magenta tint"],
  [/\btint ?[-−]\d+/gu, "slight green tint"],
  [/(?<=\s[+−-]?\d{1,3}%?)\s+(?=[a-z]{4,}(?: [a-z]+){0,2} (?:[+−-]\d|by \d))/gu, ", "],
  [/\bhi-?res\b/gu, "higher resolution"],
  [/\bdeblur\b|\bunblur\b|\bde-blur\b/gu, "sharpen"],
  [/\b(?:u|ya)\b(?= make| add| turn| give| please)/gu, "you"],
  [/(?<=\d)\s*deg\b/gu, " degrees"],
  // "Make the sofa sky blue" is of a colour, "make the grey sky blue" is of a sky.
  [
    /(?<=\b(?:[a-z]+) )(?<!\b(?:the|an?|its|this|that|make|turn|paint|keep|more|and|with|clear|cloudy|gr[ae]y|dull|white|evening|whole|entire|upper) )sky[- ]blue\b/gu,
    "baby blue",
  ],
  [/\s&\s/gu, " and "],
  [/\bor so\b|\blol\b|\btbh\b|\basap\b/gu, " "],
];

/** Long enough that what is one slip away from them is hardly another word. */
const careful =
  "brighter brighten brightness darken contrast saturation saturate saturated desaturate vibrance vibrant exposure highlights shadows background sharpen sharper vignette vintage cartoon watercolour watercolor painting posterize posterise straighten increase decrease cinematic temperature sharpness monochrome grayscale greyscale silhouette balance warmer clarity duotone pencil sketch picture remove reduce horizon";
const known = new Set(careful.split(" "));
const words = [...known].filter((word) => word.length >= 6);
/** One slip away, and words all the same. */
const others = new Set(
  "carton contract vantage pointing remote removed reduced warmed pencils picture pictures pictured sketchy balanced balances brightest darkens parking printing planting horizons farmer warner sketched cartoons renowned reduces removes remover darkened shadow shadowy highlight sharpens backgrounds contrasts".split(
    " ",
  ),
);

export function readPlainly(text: string): string {
  const plain = chatWords.reduce((rest, [said, meant]) => rest.replace(said, meant), toSimplified(text));
  return plain.replace(/\b[a-z]{6,}\b/gu, (word) => (known.has(word) || others.has(word) ? word : (correct(word) ?? word)));
}

function correct(word: string): string | undefined {
  // Another form of a word that is right as it is.
  if (words.some((each) => word.startsWith(each))) return undefined;
  return words.find((each) => each[0] === word[0] && isOneSlip(word, each));
}

/** One letter more, less, other, or two in each other's place. */
function isOneSlip(said: string, meant: string): boolean {
  if (Math.abs(said.length - meant.length) > 1) return false;
  let same = 0;
  while (same < said.length && said[same] === meant[same]) same++;
  const [rest, other] = [said.slice(same), meant.slice(same)];
  return (
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    rest.slice(1) === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}
