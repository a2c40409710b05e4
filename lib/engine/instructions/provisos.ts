/** What is said beside a wish: lights and shadows that are to be kept, lamps that are to blame, and what lies behind the subject. */
const lightens = /\b(?:brigh\w+|lighte[nr]\w*|lift\w*|expos\w+|lighter)\b|提亮|更?亮一?[点些]|变亮|调亮|曝光|亮度/u;
const lasts =
  "(?: (?:as (?:they|it) (?:are|is)|intact|alone|unchanged|untouched|the same|safe|in check|under control|down|natural|deep|dark|rich))?";
const keptTones = new RegExp(
  `(?:[,;]\\s*|\\s+)(?:but |and |while |yet )*(?:keep(?:ing)?|protect(?:ing)?|hold(?:ing)?|preserv(?:e|ing)|leav(?:e|ing)|without (?:touching|affecting|changing|losing)) (?:the |my )?(?<en>highlights|whites|shadows|blacks|darks)${lasts}(?=\\s*(?:$|[,.;]| and (?!(?:the )?(?:highlights|whites|shadows|blacks|darks))))|(?:[,，;；]\\s*(?:但是?|不过|同时)?|但是?|不过|同时)(?:请)?(?:(?:保留|保持|保护|别动|不要动)(?:住)?(?<zh1>高光|亮部|阴影|暗部)的?(?:细节|层次|氛围|质感)?|(?<zh2>高光|亮部|阴影|暗部)(?:要|都)?(?:保留|保持|不变|别动|不要动))(?:不变|原样)?(?=\\s*(?:$|[,，。.;；]))`,
  "gu",
);
const softTones =
  /(?:[,;]\s*|\s+)(?:but |and |while |yet )*keep(?:ing)? (?:the )?(shadows|blacks|highlights) (?:soft|gentle|open|smooth)(?=\s*(?:$|[,.;]))/gu;

/** To be kept is to be saved from what is asked of the rest: lights from getting lighter, shadows from getting darker. */
function readKeptTones(text: string): string {
  const isLighter = lightens.test(text);
  return text
    .replace(softTones, (_, what: string) => (what === "highlights" ? ", recover the highlights by 12%" : ", lift the shadows by 12%"))
    .replace(keptTones, (...match) => {
      const { en, zh1, zh2 } = match.at(-1) as { readonly en?: string; readonly zh1?: string; readonly zh2?: string };
      const chinese = zh1 ?? zh2;
      const isLight = /highlights|whites|高光|亮部/u.test(en ?? chinese ?? "");
      if (chinese !== undefined) return `,那里${isLighter ? "降低" : "提高"}${isLight ? "高光" : "阴影"}12%`;
      return `, ${isLighter ? "lower" : "lift"} the ${isLight ? "highlights" : "shadows"} there by 12%`;
    });
}

const opposite: Readonly<Record<string, string>> = {
  blue: "orange",
  cold: "orange",
  cool: "orange",
  cyan: "orange",
  yellow: "blue",
  warm: "blue",
  orange: "blue",
  green: "magenta",
  magenta: "green",
  pink: "green",
  purple: "green",
  red: "teal",
};

/** A tube's light leans to green, and any other lamp's is warm besides; a street lamp alone is a thing. */
const [tube, warmLamp] = [
  "(?:fluorescent|neon tube)",
  "(?:tungsten|incandescent|sodium|indoor|artificial|(?:light ?bulb|street ?lamp)(?= (?:light|glow|colou?r|cast|tint)))",
];
const lampLight = "(?: (?:light(?:ing|s)?|lamps?|bulbs?|colou?r|white balance|cast|tint|glow|look))*";
const casts = "(?:the |this |that |my )?(?:(?:ugly|strong|harsh|warm|yellow|orange|green|yellowish|greenish) )*";
const mends = "(?:fix|correct|neutrali[sz]e|remove|kill|lose|reduce|cool(?: down)?|counter|balance|get rid of|take out|clean up)";
const mendsChinese = "(?:校正|修正|去掉|去除|消除|中和|修复)(?:一下)?(?:室内|画面)?的?";
const castsChinese = "(?:造成|带来)?的?(?:光|偏?[黄绿橙]色?|偏色|色偏|色温|颜色)*";
const tooChinese = "(?:光|下)?(?:的?颜色)?(?:太|偏|有点|有些)+[黄绿橙]了?";
const [tubeChinese, lampChinese] = ["(?:日光灯|荧光灯)", "(?:钨丝灯|白炽灯|室内灯光?|路灯(?=的?光|的?颜色|造成|带来|[太偏下]))"];
const sayings: readonly (readonly [RegExp, string])[] = [
  // What is to stay as soft or as dark as it is.
  [
    /\b(keep(?:ing)? (?:the |my |her |his )?[a-z]+(?: [a-z]+)?) (?:nice |quite |very )?(?:soft|dark|dim|blurry|blurred|quiet|muted|neutral|calm|bright|sharp|natural|clean)(?: and (?:soft|dark|dim|blurry|blurred|quiet|muted|neutral|calm|bright|sharp|natural|clean))+(?=\s*(?:$|[,.;]))/gu,
    "$1",
  ],
  // After a mood a cast is wished for.
  [/((?:感觉|氛围|风格|色调|效果|调子|气氛)[,，]\s*)(?:整体)?偏([蓝黄绿红青紫橙])色?(?=\s*(?:$|[,，。;；]))/gu, "$1$2色调"],
  [/\b((?:charcoal|sketch|drawing|ink|chalk|pencil)(?: [a-z]+)?), (?=(?:on|with) (?:[a-z]+ ){1,3}paper\b)/gu, "$1 "],
  [/\btoned (?=(?:[a-z]+ )?paper\b)/gu, ""],
  // A tint that is feared of a look is taken out of it.
  [/(?<=[,，。;；]\s*)(?:但是?|可)?(?:不要|别|不能|避免)(?:太)?(?:偏|发|泛)黄(?=\s*(?:$|[,，。;；]))/gu, "偏冷20%"],
  [/(?<=[,，。;；]\s*)(?:但是?|可)?(?:不要|别|不能|避免)(?:太)?(?:偏|发|泛)蓝(?=\s*(?:$|[,，。;；]))/gu, "偏暖15%"],
  [
    /(?:,| but)+ (?:not yellow|(?:without|don't|do not|no) (?:(?:make|making|turn|turning|let|letting) it |going |getting |the |a |any )*yellow(?:ish)?(?: cast| tint| tones?)?)(?=\s*(?:$|[,.;]))/gu,
    ", cooler by 20%",
  ],
  [
    /\b(?:the |my )?whites? (?:look|looks|are|is|seem|seems|appear|came out|turned)(?: a (?:bit|little)| too| rather| slightly| so)* (?:blue|yellow|green|orange|pink|grey|gray|red|magenta|purple|cyan)(?:ish)?\b|白(?:色|的地方|墙|衬衫)?(?:有点|有些|太)?[偏发泛][黄蓝绿红青]了?/gu,
    "white balance of the picture",
  ],
  [new RegExp(`\\b${mends} ${casts}${tube}${lampLight}`, "gu"), "white balance"],
  [new RegExp(`\\b${mends} ${casts}${warmLamp}${lampLight}`, "gu"), "white balance, cooler by 20%"],
  [new RegExp(`${mendsChinese}${tubeChinese}${castsChinese}|${tubeChinese}${tooChinese}`, "gu"), "白平衡"],
  [new RegExp(`${mendsChinese}${lampChinese}${castsChinese}|${lampChinese}${tooChinese}`, "gu"), "白平衡,变冷20%"],
  [
    /\b(?:(?:add|give|put|use|with|want|some|a|more|nice|very|strong|creamy|soft|smooth|shallow|blurry|beautiful) )*(?:bokeh|blur|defocus)(?: effect)? behind (?:him|her|them|it|us|me)\b/gu,
    "blur the background",
  ],
  [
    /\b(?:(?:add|give|put|use|with|want|some|a|more|nice|very|strong|creamy|soft|smooth|shallow|blurry|beautiful) )*(?:bokeh|blur|defocus)(?: effect)? behind (?:the|my|his|her|their|this) ([a-z]+(?: [a-z]+)?)(?=\s*(?:$|[,.;]))/gu,
    "blur the background, keep the $1",
  ],
  [/\bmore dramatic (sky|skies|clouds|water|sea|mountains?)\b/gu, "make the $1 moody"],
  [/\b(?:an? )?thunder ?storms?\b/gu, "rain, replace the sky with dark storm clouds"],
  [/雷(?:阵|暴)?雨|雷暴|暴风雨/gu, "下雨,天空换成乌云"],
  [/下(?:了|起|着)?一?(?:场|阵)(?=[大小暴]?[雪雨])/gu, "下"],
  [/(太鲜?艳了?|太浓了?)[,，]\s*(?:请)?(?:调|弄)?(?:淡|素|弱|浅|低)一?[点些下](?=\s*(?:$|[,，。;；]))/gu, "$1"],
  // Snow covers the ground wherever it falls.
  [
    /(?<=\bsnow\w*\b.*?)(?:(?:,| and| so (?:that )?it)+ (?:let it |make it )?(?:cover|settle on|stick to|lie on|pile up on|blanket)(?:s|ing)?|(?:,| and| with)+ (?:thick |deep |fresh )*snow (?:lying|settled|settling|sitting|piled up|piling up) on) (?:the |all the )?[a-z]+(?: and (?:the )?[a-z]+)?(?=\s*(?:$|[,.;]))/gu,
    "",
  ],
  [/[,，;；]\s*(?:人物?|主体|头)(?:要|得|必须|都)*(?:完整|保留完整|不要?被?(?:裁|切)掉?)(?=\s*(?:$|[,，。;；]))/gu, ""],
  // A limit on what is asked for asks for nothing more.
  [
    /(?<=\S)(?:,| but| and| though| yet)+ not (?:too|overly) (?:warm|cold|cool|bright|dark|light|saturated|colou?rful|contrasty|harsh|blue|yellow|orange|green|soft|flat|hazy)(?=\s*(?:$|[,.;]))/gu,
    "",
  ],
  // A limit that is said alone is a wish.
  [/^\s*(?:请)?(?:不要|别)(?:太|这么)(?=[^,，。;；]{1,3}(?:$|[,，。;；]))/gu, "别那么"],
  [/^\s*(?:please )?(?:not|don't make it|make it not) too (?=(?:warm|cold|cool|bright|dark|saturated|contrasty|sharp)\b)/gu, "less "],
];

export function readProvisos(text: string): string {
  const toned = text.replace(
    /\b(?:the )?(shadows|highlights) (?:are|look|seem|have gone|went)(?: a (?:bit|little)| slightly| way| far| much| rather| muddy| ugly| sickly)? (?:too )?(blue|cold|cool|cyan|yellow|warm|orange|green|magenta|pink|purple|red)\b/gu,
    (_, where: string, colour: string) => `${opposite[colour]} ${where} at 50%`,
  );
  return sayings.reduce((said, [words, meaning]) => said.replace(words, meaning), readKeptTones(toned));
}
