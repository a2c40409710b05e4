/** "Whiter sand", "a deeper red", 颜色再深一点: a colour compared with what it is now, in the words of tone and saturation. */

interface Turn {
  readonly en: string;
  readonly zh: string;
  /** How much lighter and how much stronger, in per cent. */
  readonly lighter: number;
  readonly stronger: number;
}

const turns: readonly Turn[] = [
  { en: "whiter|more white", zh: "白", lighter: 14, stronger: -45 },
  { en: "paler|more pale|lighter-coloured", zh: "淡|浅", lighter: 12, stronger: -30 },
  { en: "blacker|more black|inkier", zh: "(?:乌|漆)?黑", lighter: -26, stronger: -25 },
  { en: "gr[ae]yer", zh: "灰", lighter: 0, stronger: -40 },
  { en: "deeper|darker", zh: "深", lighter: -16, stronger: 20 },
  { en: "richer|stronger|bolder|fuller|more intense|lusher", zh: "浓|艳", lighter: -4, stronger: 38 },
];

const hue = "reds?|oranges?|yellows?|greens?|blues?|purples?|pinks?|browns?|teals?|turquoises?|golds?|burgundy|navy";
const oneHue = hue.replaceAll("s?", "");
const hueChinese = "红|橙|黄|绿|蓝|紫|粉|棕|青|金|咖啡|米";
/** What is no thing: a tone has words of its own. */
const toneWords =
  "picture|image|photo|photograph|pic|shot|it|this|that|everything|colou?rs?|tones?|shadows?|highlights?|blacks?|whites?|contrast|look|mood|light|lighting|teeth|tooth|smile|one|version|border|frame|text|letters|background|reds|oranges|yellows|greens|blues|purples|pinks|browns|golds";
const amount = "(?:(?:a (?:bit|little|touch|lot|tad)|slightly|much|somewhat|even|way|far|really|just) )*";
const aThing = `(?!(?:${toneWords})\\b)[a-z]+(?: (?!(?:by|and|but|with|a|much|more|please|to|too|is|in|on|slightly)\\b)[a-z]+)?`;
const ends = "(?=\\s*(?:$|[,.;!]|\\band\\b|\\bbut\\b|\\bplease\\b))";
const endsChinese = "(?=\\s*(?:$|[,，。;；!！]))";

function timesOf(said: string): number {
  if (/\b(?:a (?:bit|little|touch|tad)|slightly|somewhat|just)\b|稍|略|微/u.test(said)) return 0.6;
  return /\b(?:much|a lot|way|far|really)\b|很多|得多|许多|非常/u.test(said) ? 1.6 : 1;
}

function inWords({ lighter, stronger }: Turn, where: string, said: string): string {
  const times = timesOf(said);
  const steps = [
    lighter === 0 ? "" : `${lighter > 0 ? "brighten" : "darken"} the ${where} by ${Math.abs(Math.round(lighter * times))}%`,
    stronger === 0
      ? ""
      : `make the ${where} ${stronger > 0 ? "more" : "less"} saturated by ${Math.min(80, Math.abs(Math.round(stronger * times)))}%`,
  ];
  return steps.filter(Boolean).join(", ");
}

function inChineseWords({ lighter, stronger }: Turn, where: string, said: string): string {
  const times = timesOf(said);
  const steps = [
    lighter === 0 ? "" : `把${where}${lighter > 0 ? "提亮" : "压暗"}${Math.abs(Math.round(lighter * times))}%`,
    stronger === 0 ? "" : `把${where}${stronger > 0 ? "提高" : "降低"}饱和度${Math.min(80, Math.abs(Math.round(stronger * times)))}%`,
  ];
  return steps.filter(Boolean).join(",");
}

type Saying = readonly [RegExp, (groups: Record<string, string | undefined>, said: string) => string];

const sayings: readonly Saying[] = turns.flatMap((turn): readonly Saying[] => {
  const { en, zh } = turn;
  const isOfHue = !/whiter|blacker|gr\[/u.test(en);
  const english = (groups: Record<string, string | undefined>, said: string): string => inWords(turn, (groups.where ?? "").trim(), said);
  const chinese = (groups: Record<string, string | undefined>, said: string): string =>
    inChineseWords(turn, (groups.where ?? "").replace(/的$|颜色$|的颜色$/u, ""), said);
  const own = turn.en.replace(/\|?darker|\|?stronger|\|?bolder|\|?fuller/gu, "");
  return [
    // "Make the grass a richer green", "the dress deeper red": what is so coloured is meant, and stays so.
    ...(isOfHue
      ? ([
          [
            new RegExp(
              `\\b(?:make|turn|give|want|get|let) (?:the |my |her |his |their )(?<where>${aThing}) (?:be |have )?(?:an? )?${amount}(?:${en}) (?:shade of |tone of )?(?:${hue})(?: colou?r)?${ends}`,
              "gu",
            ),
            english,
          ],
          [
            new RegExp(
              `(?<=^\\s*|[,;.]\\s*|\\band )(?:(?:make|want|give (?:it|me)) )?(?:the |an? )?${amount}(?:${en}) (?<where>(?:${oneHue})(?: ${aThing})?)${ends}`,
              "gu",
            ),
            english,
          ],
          [
            new RegExp(
              `(?:把|让)?(?<where>[\\u4e00-\\u9fff]{0,4}?(?:${hueChinese})色(?:的[\\u4e00-\\u9fff]{1,3})?)(?:再|更|变|要|稍微?|得)*(?:${zh})(?:一?[点些]|很多|许多)${endsChinese}`,
              "gu",
            ),
            chinese,
          ],
        ] as Saying[])
      : []),
    [
      new RegExp(
        `\\b(?:make|turn|get|want|let) (?:the |my |her |his |their |all the )(?<where>${aThing}) (?:(?:look|be|appear) )?${amount}(?:${own})${ends}`,
        "gu",
      ),
      english,
    ],
    [
      new RegExp(
        `(?<=^\\s*|[,;.]\\s*|\\band )(?:(?:make|want|give (?:it|me)) )?(?:the |an? )?${amount}(?:${own}) (?<where>${aThing})${ends}`,
        "gu",
      ),
      english,
    ],
    [new RegExp(`(?<=^\\s*|[,;.]\\s*|\\band )(?:the |my |her |his )?(?<where>${aThing}) ${amount}(?:${own})${ends}`, "gu"), english],
    [
      new RegExp(
        `(?<=^\\s*|[,，。;；]\\s*)(?:把|让)?(?<where>(?!把|让|将|(?:颜色|色彩|画面|照片|图片|整体|图|牙齿?|色调|饱和|皮肤|脸|肤色|肌肤|面部|雾|[晚朝]?霞|夕阳|日落|其余|其他|其它|别的|剩下|笔|墨|阴影|高光|线条?|黑白|字|边框)|[红橙黄绿蓝紫粉棕青金]色)[\\u4e00-\\u9fff]{1,5}?)(?:的?颜色)?(?:再|更|变得?(?=[再更])|调|要|稍微?|弄|显得|看起来)+(?:${zh})(?:一?[点些]|很多|许多)?${endsChinese}`,
        "gu",
      ),
      chinese,
    ],
    [
      new RegExp(
        `(?<=^\\s*|[,，。;；]\\s*)(?:把|让)?(?<where>(?!(?:颜色|色彩|画面|照片|图片|整体|图|牙齿?|色调)的?颜色)(?:天空|[\\u4e00-\\u9fff]{1,4}?))的?颜色(?:${zh})一?[点些]${endsChinese}`,
        "gu",
      ),
      chinese,
    ],
    [
      new RegExp(
        `(?<=^\\s*|[,，。;；]\\s*)(?<where>头发|毛发|沙滩|天空|墙面?|海水|水面|草地|叶子|花瓣|衣服|裙子)(?:${zh})一?[点些]${endsChinese}`,
        "gu",
      ),
      chinese,
    ],
  ];
});

/** The longest sayings stand first in each turn: what one has read, the next finds no more. */
export function readComparatives(text: string): string {
  return sayings.reduce(
    (rest, [words, wish]) =>
      rest.replace(words, (...match) => wish(match.at(-1) as Record<string, string | undefined>, match[0] as string)),
    text,
  );
}
