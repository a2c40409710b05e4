/** What people put around words that are to be written, and how they ask for words without putting anything around them. */
import { colourPattern } from "./colours.ts";

/** Single marks are apostrophes where a letter stands outside of them. */
const pairs = [
  '"([^"]+)"',
  // A speech may be quoted within.
  "“((?:[^“”]|“[^“”]*”)+)”",
  '["“”„＂]([^"“”„＂]+)["“”＂]',
  "「([^」]+)」",
  "『([^』]+)』",
  "《([^》]+)》",
  "«([^»]+)»",
  "`([^`]+)`",
  "(?<![\\p{L}\\p{N}])'([^\\n]+?)'(?![\\p{L}\\p{N}])",
  "(?<![\\p{L}\\p{N}])‘([^\\n]+?)’(?![\\p{L}\\p{N}])",
];

/** With its marks; each kind of marks has its group. */
export const quotes = new RegExp(pairs.join("|"), "gu");

export interface Quote {
  readonly whole: string;
  readonly words: string;
}

export function findQuote(text: string): Quote | undefined {
  const match = new RegExp(quotes, "u").exec(text);
  const words = match?.slice(1).find((each) => each !== undefined);
  // A line is broken where somebody who cannot type a break wrote one.
  return match === null || words === undefined ? undefined : { whole: match[0], words: words.replaceAll("\\n", "\n").trim() };
}

const noun = "(?:text|words?|caption|title|headline|heading|subtitle|slogan|tagline|phrase|inscription|message|watermark)";
const adjectives = `(?:(?:the|a|an|some|big|large|small|bold|elegant|handwritten|${colourPattern})\\s+){0,4}`;
const positions = "top|bottom|upper|lower|left|right|middle|cent(?:er|re)|corners?|picture|image|photo|sky|foreground|background";
const styles = `bold|big|large|small|huge|serif|sans|script|elegant|handwritten|hand|brush|calligraphy|capitals?|letters?|font|type|${colourPattern}`;
const endOfWords = `(?=\\s+(?:at|in|on|to|across|near|along|over|above|below|with|using)\\s+(?:the\\s+|an?\\s+|its\\s+)?(?:very\\s+)?(?:${positions}|${styles})\\b|\\s+cent(?:ered|red)\\b|[,;\\n]|\\.(?:\\s|$)|\\s*$)`;
const notWords =
  "(?!(?:at|in|on|to|across|over|with|here|there|that|which|and|near|saying|says|for|from|as|is|so|shadow|effect|box|of)\\b|[:：,.;])";
const words = `${notWords}(?<words>[^\\s\\n][^\\n]*?)${endOfWords}`;

/** The patterns below are long, and a new process takes a quarter of a second to make ready for them. */
const mayAskForWords = new RegExp(`\\b(?:${noun}|write|inscribe|spell|saying|says|reads|captioned|titled|entitled)\\b`, "iu");

const plainEnglish: readonly RegExp[] = [
  new RegExp(
    `\\b(?:write|add|put|place|insert|overlay|print|include)\\s+${adjectives}${noun}(?:\\s+(?:saying|reading|that (?:says|reads)|of))?\\s*:?\\s+${words}`,
    "iu",
  ),
  new RegExp(
    `\\b${noun}(?:\\s+(?:at|in|on|to|across|near)\\s+(?:the\\s+)?(?:${positions})(?:\\s+(?:${positions}))?)?\\s*:\\s*${words}`,
    "iu",
  ),
  new RegExp(`\\b(?:write|inscribe|spell out)\\s+(?!(?:an?|the|some|something|it|this|that|text|words?|on|in|at|over)\\b)${words}`, "iu"),
  new RegExp(`\\b(?:saying|that says|which says|that reads|captioned|titled|entitled)\\s+${words}`, "iu"),
  // Lower case is left alone: "with the text blurred".
  new RegExp(`\\b[Ww]ith\\s+(?:the\\s+|an?\\s+)?${noun}\\s+${words.replace("(?<words>", "(?<words>(?![a-z])")}`, "u"),
];

const chineseNoun = "(?:文字|字样|标题|标语|口号|文案|字幕|落款|水印|字)";
const plainChinese: readonly RegExp[] = [
  new RegExp(
    `(?:${chineseNoun}|一[句行段]话?|[写题]着|[写题印刻]上|写道|内容|配文|题字)(?:[为是]|写着|内容[为是]?)?\\s*[：:]\\s*(?<words>.+?)(?=[，,](?:再|并|然后|同时|把|将|调|变|换|改|裁|去|加|放|位|在|用|居|字|颜色|大号|小号|竖|横|红|白|黑|金|黄|蓝|绿)|[。；;\\n]|$)`,
    "u",
  ),
  new RegExp(
    `(?:[写题印刻]上|写着|写下|[加添配](?:上|加)?(?:一[行句段个])?${chineseNoun}|题字|标题[为是叫])(?:[为是])?\\s*(?![：:，,的在]|阴影|效果|描边|特效|渐变)(?<words>[^，,。；;：:\\n]+)`,
    "u",
  ),
];
/** "Four big letters": of the words, and none of them. */
const aboutWords = /(?:这?[一二两三四五六七八九十几]+个?大?字|的?字样|的?(?:标题|文字|字))$/u;
const colourOfWords = new RegExp(`^(?:${colourPattern})色?的?(?:${chineseNoun}|大字)?\\s*(?=.)`, "u");

/** Puts quotes around words that are plainly to be written; a prompt that has some is clear already. */
export function quotePlainWords(prompt: string): string {
  if (findQuote(prompt) !== undefined) return prompt;
  for (const pattern of mayAskForWords.test(prompt) ? plainEnglish : []) {
    const quoted = quoteMatch(prompt, pattern, (said) => ["", said]);
    if (quoted !== undefined) return quoted;
  }
  for (const pattern of plainChinese) {
    const quoted = quoteMatch(prompt, pattern, (said) => {
      const colour = colourOfWords.exec(said)?.[0] ?? "";
      return [colour, said.slice(colour.length).replace(aboutWords, "")];
    });
    if (quoted !== undefined) return quoted;
  }
  return prompt;
}

function quoteMatch(
  prompt: string,
  pattern: RegExp,
  divide: (said: string) => readonly [before: string, words: string],
): string | undefined {
  const match = pattern.exec(prompt);
  const said = match?.groups?.words;
  if (match === null || said === undefined) return undefined;
  const [before, text] = divide(said.trim());
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const at = match.index + match[0].lastIndexOf(said);
  return `${prompt.slice(0, at)}${before}“${text}”${prompt.slice(at + said.length)}`;
}
