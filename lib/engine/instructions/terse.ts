/** Said in a noun and a colour, in numbers or in half a sentence: "background white", 白底图, "4x5", "desat 30", "backlit". */
import { aColour, colourPattern } from "./colours.ts";

const colour = `(?<to>${colourPattern})`;
const ground = "(?:background|backdrop)";
const start = "(?<=^\\s*|[,;.!]\\s*)";
const end = "(?=\\s*(?:$|[,;.!]|please\\b))";
const startChinese = "(?<=^\\s*|[,，。;；、]\\s*)";
const endChinese = "(?=\\s*(?:$|[,，。;；、!！]))";

const backgrounds: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `${start}(?:(?:on|with|want|need|use|add|give it|put it on|isolated? on|cut ?out on) )?(?:(?:an?|the) )?(?:(?:plain|solid|pure|clean|simple|studio|seamless) )*${colour}(?: (?:studio|seamless|paper))* ${ground}(?: (?:only|instead))?${end}`,
      "gu",
    ),
    "turn the background $<to>",
  ],
  [new RegExp(`^\\s*(?:(?:isolated?|cut ?out|product) )?on (?:(?:plain|solid|pure) )*${colour}${end}`, "gu"), "turn the background $<to>"],
  [
    new RegExp(
      `${start}(?:(?:my|the) )?${ground}(?: colour|\\s*[=:]| is| should be| transparent| clear| now)*(?: (?:in)?to)?(?: (?:all|pure|plain|solid))* ${colour}${end}`,
      "gu",
    ),
    "turn the background $<to>",
  ],
  [
    new RegExp(
      `${startChinese}(?:要|用|来|加|换|改|想要)?(?:成|个|张|一个|一张)?纯?${colour}的?纯?色?背景图?${endChinese}|${startChinese}背景(?:[要用是弄搞改换变为成全都纯]|颜色)*${colour.replace("<to>", "<own>")}的?${endChinese}`,
      "gu",
    ),
    "把背景换成$<to>$<own>",
  ],
  [
    /(?<=^\s*|[,，。;；、]\s*)(?:换|改|要|用)?(?:成|个|一个)?(?:干净|简洁|简单|纯净)的?背景(?:图)?(?=\s*(?:$|[,，。;；]))|背景(?:要|换|弄)?(?:干净|简洁)(?:一?[点些])?(?=\s*(?:$|[,，。;；]))/gu,
    "把背景换成白色",
  ],
];

const wide = "(?:1\\.85|2\\.35|2\\.39|2\\.4|2\\.76)";
const shapes: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `(?:(?:make|cut|put|set|want) (?:it|this) (?:(?:in|to|at) )?)?(?:crop(?:ped)? (?:it )?(?:to )?)?(?<![\\d.:])(?:(${wide})\\s*[:x×]\\s*1|(?<=(?:crop|cropped to|cinematic|anamorphic|widescreen|感) ?)(${wide})|(${wide})(?= (?:crop|ratio|format|aspect)))(?![\\d.])(?: (?:crop|ratio|format|aspect(?: ratio)?))?`,
      "gu",
    ),
    ", crop to $1$2$3:1, ",
  ],
  [
    /(?<=^\s*|[,;，；]\s*|(?:look|style|感|风|风格)\s*)(?:ratio |aspect(?: ratio)? )?(\d{1,4})\s*[:x×]\s*(\d{1,4})(?: ?(?:px|crop|format|ratio|aspect(?: ratio)?|thumbnail|banner|wallpaper|cover|header|stor(?:y|ies)|reels?|video|still|post|比例|尺寸|画幅))?(?=\s*(?:$|[,;，；]))/gu,
    ", crop to $1:$2, ",
  ],
  [
    /(?:\b(?:make|turn|cut|set|want|need) (?:it|this) (?:into |to )?)?(?:an? )?\b(?:vertical|portrait|horizontal|landscape|tall|wide)(?: format| version)? (\d{1,2}:\d{1,2})(?![\d.])|(?:改成|做成|变成)?(?:竖|横)(?:版|屏|幅|图)的?(\d{1,2}:\d{1,2})/gu,
    ", crop to $1$2, ",
  ],
  [
    /\b(?:make|cut|turn|want|need) (?:it|this|the (?:picture|photo|image)) (?:into )?(?:an? )?square(?: format| picture| image| photo)?(?=\s*(?:$|[,.;]|for\b|and\b))/gu,
    "crop to 1:1",
  ],
  [/裁(?:成|个|一?下)?方(?:形|图|的)?|(?<=^\s*|[,，]\s*)方图/gu, "裁成正方形"],
  [/\bcrop (?:out|off|away) (?:the |all )?(?:edges|borders|sides|margins)\b|\btrim (?:the )?(?:edges|sides|margins)\b/gu, "zoom in 1.15"],
  [/(?:裁掉|裁去|去掉|剪掉)(?:一?[点些])?(?:的)?(?:四周|四边|边缘|周围|边上)(?:的?(?:边|空白))?(?=\s*(?:$|[,，。;；]))/gu, "放大 1.15"],
  [/(?<=^\s*|[,，]\s*)(\d{1,2})比(\d{1,2})(?:画幅|比例)?(?=\s*(?:$|[,，。;；]))/gu, "裁成$1:$2"],
  [/(?<=^\s*|[,，]\s*)([顺逆]时针)(?=\d)/gu, "$1旋转"],
  [/\b(?:anti-?|c)cw\b/gu, "counter-clockwise"],
  [/\bcw\b/gu, "clockwise"],
  [/(?:把?(?:照片|图片|图|它))?(?:横|竖|立)过来/gu, "旋转90度"],
];

const slips: readonly (readonly [RegExp, string])[] = [
  [/\s*(?:->|→|=>|⇒|➡️?)\s*/gu, " to "],
  [/\bmono(?=\s*(?:$|[,;.]))/gu, "monochrome"],
  [/\b(8|16)bit\b/gu, "$1-bit"],
  [/\b(golden|blue) hr\b/gu, "$1 hour"],
  [/\bexp(?:o)?(?= ?[+−-]?\d)/gu, "exposure"],
  [/\bdesat(?:urate)?(?:d)?(?: by)?(?= ?\d)/gu, "saturation -"],
  [/\bdesat\b/gu, "desaturate"],
  [/\bsat(?= ?[+−-]?\d| up| down)/gu, "saturation"],
  [/\bvib(?= ?[+−-]?\d)/gu, "vibrance"],
  [/\bsharp(?:en)?(?= ?\+\d)/gu, "sharpness"],
  [/\bmoa?r\b|\bmoare\b/gu, "more"],
  [
    /(?<=^\s*|[,;.]\s*)to (?=(?:dark|bright|yellow|blue|green|red|orange|warm|cold|cool|blurry|soft|flat|dull|noisy|grainy|hazy)\s*(?:$|[,;.]))/gu,
    "too ",
  ],
  [/\b(vibes?|aesthetics?|feels|core)(?=\s*(?:$|[,;.]))/gu, "look"],
];

const tones: readonly (readonly [RegExp, string])[] = [
  // What belongs to one end of the tones, and is no wish for more of that end.
  [
    /(?<=^\s*|[,;.]\s*|\b(?:with|and|some|add) )(?:softer|gentler|lower|dimmer|calmer|less harsh|darker) highlights\b/gu,
    "recover the highlights",
  ],
  [
    /\b(?:blown(?:[- ]out)?|burnt(?:[- ]out)?|clipped|harsh|kill|crush|drop|bring down|knock down|tone down|pull back|tame|no|fewer|less) (?:the |blown[- ]out |harsh )*highlights?\b|\bhighlights? recovery\b|(?:高光|亮部)(?:恢复|还原|修复|找回)/gu,
    "recover the highlights",
  ],
  [
    /\b(?:no|kill the|lose the|fewer|less|remove the|reduce the) (?:harsh |dark |hard |deep )*shadows\b(?! (?:by|-|on))|\bshadows? recovery\b|\bfill[- ]light\b|(?:阴影|暗部)(?:恢复|还原|修复)/gu,
    "lift the shadows",
  ],
  [
    /(?<=^\s*|[;.]\s*)(?:deep(?:er)?|darker|heavier|rich(?:er)?|stronger|inky|crushed) (?:shadows|blacks)\b(?! lift)/gu,
    "lower the shadows by 35%",
  ],
  [/(?<=^\s*|[,;.]\s*|\b(?:with|and|some|add) )(?:softer|lighter|brighter|lifted|open) shadows\b/gu, "lift the shadows"],
  [
    /(?<![\p{L}-])(high|low|hard|strong|soft|gentle|extra|more|less)[- ]contrast\b(?=[,]? (?:monochrome|black|b&w|bw|film|vintage))/gu,
    "$1 contrast,",
  ],
  [
    /(?<=\b(?:monochrome|b&w|bw|sepia|vintage|film|look),? )(?:with |in |and |but )?(?:an? )?(high|low|hard|strong|soft|more|less)[- ]contrast\b/gu,
    ", $1 contrast",
  ],
  // A cast is never wished for.
  [
    new RegExp(
      `(?<!\\b(?:add|give it|want|with|apply|put on) (?:(?:an?|some|slight|subtle) )*)(?:\\b(?:remove|fix|correct|lose|kill|no|without|get rid of|take out|neutrali[sz]e) )?(?:(?:the|that|this|an?) )?(?:(?:slight|strong|heavy|ugly|weird|nasty) )?(?:${aColour})(?: colour)? cast\\b(?: (?:from|in|on|of) (?:the )?[a-z]+(?: [a-z]+)?)?`,
      "gu",
    ),
    "white balance",
  ],
  [
    new RegExp(
      `\\b(?:remove|fix|lose|kill|no|without|get rid of|take out) (?:(?:the|that|this|all) )?(?:${aColour}) (?:tint|tinge|hue)\\b`,
      "gu",
    ),
    "white balance",
  ],
  [/(?<=^\s*|[,，。;；]\s*)(?:去|消|除|少)(?:一?点)?([红绿蓝紫橙])色?(?=\s*(?:$|[,，。;；]))/gu, "减少$1色"],
  [/(?<=^\s*|[,，。;；]\s*)(?:去|消|除)(?:一?点)?黄(?:调|气)?(?=\s*(?:$|[,，。;；]))/gu, "白平衡"],
  [/(?<=^\s*|[,，。;；]\s*)(?:去|消|除)(?:一?点)?灰(?:度)?(?=\s*(?:$|[,，。;；]))/gu, "轻微去雾,稍微增加对比度"],
  [
    /\b(?:clean(?: up)?|fix|sort out|mend) (?:the |all )?colou?rs?(?: up)?(?=\s*(?:$|[,;.]))|\bneutral (?:tones?|colou?rs?|look)\b|(?:色彩|颜色)还原|还原(?:真实)?(?:色彩|颜色)|真实(?:的)?(?:色彩|颜色)/gu,
    "white balance",
  ],
  [
    /(?<=^\s*|[,;.]\s*)(?:the )?(?:colou?rs?|tones?) (?:(?:are|is|look|looks|seem|feel) )?(?:(?:a bit|kinda|so|way|too|very|really) )*(?:muddy|dull|flat|lifeless|drab|dead|boring|washed[- ]out|weak|pale)\b/gu,
    "more contrast, vibrant",
  ],
  [
    /(?<=^\s*|[,;.]\s*)(?:the )?colou?rs? (?:(?:are|is|look|looks|seem|feel) )?(?:(?:a bit|kinda|so|way|too|very|really) )*(?:loud|garish|gaudy|harsh|intense|strong|much|oversaturated|over-saturated|crazy|neon)(?=\s*(?:$|[,;.]))/gu,
    "less saturated",
  ],
  [
    /(?<=^\s*|\b(?:busy|distracting|cluttered|messy|loud|garish|strong|much)\s*[,;.]\s*)tone (?:it|this|that) down(?: a (?:bit|little|notch))?(?=\s*(?:$|[,;.]))/gu,
    "less saturated by 18% and less contrast by 12%",
  ],
  [/^\s*(?:a (?:bit|little) |much )?soft(?:er)?(?: look| feel| mood)?\s*$/gu, "softer light"],
  [
    /\bback-?lit\b(?:[,;.]? (?:so |please )?(?:save|fix|rescue|lift|brighten|help) (?:the |her |his |my )?(?:face|subject|person|people|faces))?|\b(?:save|rescue) the (?:face|shadows)\b|逆光(?:了)?(?:[,，]?(?:补光|提亮|修复|救一下))?(?=\s*(?:$|[,，。;；]))|补光/gu,
    "lift the shadows by 55%",
  ],
];

const wishes: readonly (readonly [RegExp, string])[] = [
  [/\bminimal (?=noise|grain)/gu, "less "],
  [
    /\b(?:make|let|have) (?:the |my |his |her |this |that )?[a-z]+(?: [a-z]+)? (?:(?:to )?(?:look|seem|appear) )?(?:(?:like|as if|as though) (?:it(?:'s| is| was| were)|they(?:'re| are)|he(?:'s| is)|she(?:'s| is)) )?(?:speeding|racing|rushing|flying by|going fast|moving fast|driving fast|in motion)(?: past| by)?\b/gu,
    "motion blur on the background",
  ],
  [/(?:晚霞|朝霞|霞光|夕阳)(?:的?(?:颜色|色彩))?(?:再|更|要)+(?:浓郁?|艳)(?:一?[点些])?(?=\s*(?:$|[,，。;；]))/gu, "把天空提高饱和度"],
  [
    /(?<=^\s*|[,，。;；]\s*)([^,，。;；雾烟霾颜色墨]{1,4}?)的?(?:颜色|色彩)?(?:再|更|要)+(?:浓郁?|艳)(?:一?[点些])?(?=\s*(?:$|[,，。;；]))/gu,
    "把$1提高饱和度",
  ],
  [/(?:去掉|去除|消除|修正|校正|改善)(?:画面|照片|整体|图片)?的?(?:有点|有些)?偏[红黄绿蓝青紫橙](?=\s*(?:$|[,，。;；]))/gu, "白平衡"],
  [/\b(?:no|without) vignett(?:e|ing)\b|(?:没有|不要)暗角/gu, "brighten the corners"],
  [/\b(?:make )?(?:the |all )?colou?rs? (?:really )?pop(?: more| out)?\b/gu, "vibrant, more contrast by 12%"],
  [
    /^\s*(?:please )?(?:fix (?:it|this|the (?:picture|photo|image|pic))|(?:make it )?(?:look )?better)\s*$|^\s*(?:修一下|处理一下|弄好看点?)\s*$/gu,
    "enhance",
  ],
  [/^\s*(?:in |make it )?(?:4k|uhd|8k)\s*$/gu, "enlarge 4 times"],
  [/^\s*(?:in |make it )?(?:hd|full hd|hi-?def|高清|超清)\s*$/gu, "enlarge twice"],
  [/\b(?:more )?crispy\b(?<!too crispy)/gu, "crisper"],
  [/\bmoodier\b/gu, "moody"],
  [/^\s*(?:all )?golden\s*$/gu, "golden hour"],
  [/^\s*paint (?:it|this)\s*$/gu, "painting"],
  [/\bover-?processed\b/gu, "less contrast by 15%, less saturated by 20%"],
];

const natural = "(?:sky|skies|grass|lawn|trees?|leaves|water|sea|ocean|lake|walls?|floor|ground)";
const naturalChinese = "(?:天空|草地|草坪|树叶?|叶子|湖水|海水|水面|墙|墙面|地面|地板)";
const named: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `${start}(?:the )?(sky|skies) to (?:an? )?(sunset|sunrise|stars|starry night|storm(?:y)?|clouds|cloudy|blue sky)${end}`,
      "gu",
    ),
    "replace the sky with a $2",
  ],
  [new RegExp(`${start}(?:the )?(?<thing>${natural})(?: colour)?(?: to|:| =)? ${colour}${end}`, "gu"), "make the $<thing> $<to>"],
  [new RegExp(`${startChinese}(?<thing>${naturalChinese})(?:要|弄|搞|调)?成?${colour}${endChinese}`, "gu"), "把$<thing>变成$<to>"],
];

const complaints: readonly (readonly [RegExp, string])[] = [
  [/(?<=^\s*|[,，。;；]\s*)(?:整体|画面|照片|图片|光线)?(?:有点|有些|略|稍微)?偏暗了?(?=\s*(?:$|[,，。;；]))/gu, "提亮"],
  [/(?<=^\s*|[,，。;；]\s*)(?:整体|画面|照片|图片|光线)?(?:有点|有些|略|稍微)?偏亮了?(?=\s*(?:$|[,，。;；]))/gu, "压暗"],
  [/(皮肤|脸部?|肤色|肌肤|面部)(?:有点|有些|太|偏|比较)*(?:暗沉|暗黄|发暗|黑)了?(?=\s*(?:$|[,，。;；]))/gu, "$1提亮 20%"],
  [/磨皮(?:加|和|,|，)?美白/gu, "磨皮,皮肤提亮 18%"],
  [/冷白皮/gu, "皮肤提亮 18%"],
  [/(?<=^\s*|[,，。;；]\s*)柔一?[点些](?=\s*(?:$|[,，。;；]))/gu, "柔和一点"],
  [/(?<=^\s*|[,，。;；]\s*)蓝调(?=\s*(?:$|[,，。;；]))/gu, "蓝色调"],
  [/\bcontrasty (?=monochrome)/gu, "more contrast, "],
];

const places: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=^\s*|[,;.]\s*|\b(?:with|add|give it|some|nice|use|an?|want|more|less|very|shallow) )(?:(?:more|less|some|shallow) )?(?:bokeh|depth of field|dof|f ?\/? ?(?:1\.[248]|2(?:\.8)?)|wide aperture|out of focus background|portrait mode)(?=\s*(?:$|[,;.]|please\b|effect|look))/gu,
    "blur the background",
  ],
  [
    /(?<=^\s*|[,，。;；]\s*|[加要来用])(?:一?[点些])?(?:大光圈|景深|浅景深|散景|人像模式|光圈拉?大)(?:效果|感觉|感)?(?=\s*(?:$|[,，。;；]))/gu,
    "背景虚化",
  ],
  [/背景(?:给我)?(?:糊掉|弄糊|糊一?[点些下]|糊化|搞糊|打糊|糊)(?=\s*(?:$|[,，。;；]))/gu, "背景虚化"],
  [
    /(皮肤|脸部?|肤色|肌肤|面部)(?:再|更|变|稍微|要|亮)*白(?:皙|净|嫩)?(?:一?[点些])?(?=\s*(?:$|[,，。;；]))|(?<=^\s*|[,，。;；]\s*)美白(?:一?[点些下])?(?=\s*(?:$|[,，。;；]))/gu,
    "皮肤提亮 18%",
  ],
  [
    /(?:the |her |his |my )?\b(skin|face|complexion) (?:(?:is|looks|seems) )?(?:(?:way|much) too|a (?:bit|little) too|too|a (?:bit|little)|so|very|overly|less) (red|pink|orange|yellow|green)\b/gu,
    "less $2 in the $1",
  ],
  [/(皮肤|脸部?|肌肤|面部)(?:少|减)(?:一?[点些])?([红黄绿橙紫])色?/gu, "减少$1的$2色"],
  [/(皮肤|脸部?|肤色|肌肤|面部)(?:有点|有些|太|偏|过|显得)+([红黄绿橙紫])了?/gu, "减少$1的$2色"],
  [
    /(?:食物|菜品?|美食)(?:再|看起来|显得)*(?:更)?(?:诱人|有食欲|好吃|可口)(?:一?[点些])?|\b(?:make (?:the |this )?)?(?:food|dish|meal) (?:look )?(?:more )?(?:appetizing|appetising|tasty|tastier|delicious|yummy)\b/gu,
    "warmer by 15%, vibrant, slightly brighter",
  ],
];

/** The whole prompt, before it is cut into clauses. */
export function readTerse(text: string): string {
  return [...slips, ...shapes, ...tones, ...wishes, ...complaints, ...places, ...backgrounds, ...named].reduce(
    (rest, [words, meaning]) => rest.replace(words, meaning),
    text,
  );
}
