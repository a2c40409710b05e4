/** What is wrong with a picture and how retouchers mend it, in the words of the mending: glare, blemishes, flat light, a busy background. */
const ends = "(?=\\s*(?:$|[,.;!]|please\\b|\\band\\b|\\bbut\\b|\\bso\\b))";
const endsChinese = "(?=\\s*(?:$|[,，。;；!！]))";
const takes = "(?:remove|reduce|kill|cut|lose|fix|tame|minimi[sz]e|get rid of|take out|tone down|less|no)";
const takesChinese = "(?:去掉?|去除|消除|减少|减弱|修复|弱化|压一?下?)";
const flaws =
  "(?:wrinkles?|blemish(?:es)?|pimples?|acne|age spots|pores|(?:eye ?)?bags(?: under (?:the|her|his|my) eyes)?|dark circles|freckles)";

const sayings: readonly (readonly [RegExp, string])[] = [
  // A reflection is light on a thing: there is nothing behind it to fill it from.
  [
    new RegExp(
      `\\b${takes} (?:the |all |that |any )*(?:window |glass |sun |screen )?(?:glare|reflections?|shine|hot ?spots?|flash(?: spots?)?)(?: (?:(?:from|on|in|off|of) )(?:(?:the|his|her|my) )(?:window|glass|glasses|screen|picture|photo|surface)s?)?${ends}`,
      "gu",
    ),
    "recover the highlights by 45%",
  ],
  [
    new RegExp(
      `\\b${takes} (?:the |all |that |any )*(?:shine|glare|shiny spots|oily look|oiliness) (?:from|on|off|of|in) (?:the |his |her |my )?(?:face|skin|forehead|nose)${ends}`,
      "gu",
    ),
    "lower the highlights of the skin by 35%",
  ],
  [
    new RegExp(
      `${takesChinese}(?:一下)?(?:玻璃|镜面|水面|窗户|屏幕|眼镜)?(?:上)?的?(?:反光|眩光|炫光|光斑)${endsChinese}|(?<=^\\s*|[,，]\\s*)(?:玻璃|窗户|屏幕)?(?:反光|眩光)(?:太强|严重|太多)了?${endsChinese}`,
      "gu",
    ),
    "压高光45%",
  ],
  [new RegExp(`${takesChinese}(?:一下)?(?:脸上|面部|皮肤)?的?(?:油光|出油|反光)${endsChinese}`, "gu"), "皮肤压高光35%"],
  // Of skin.
  [
    new RegExp(`\\b${takes} (?:the |all |his |her |my |some )*${flaws}(?: (?:from|on|in) (?:the|his|her|my) (?:face|skin))?${ends}`, "gu"),
    "smooth the skin",
  ],
  [
    new RegExp(
      `\\b(?:even (?:out )?|smooth out |balance |clean up |fix |retouch |airbrush )(?:the |his |her |my |their )?(?:skin(?: ?tones?| texture)?|complexion)(?: out)?${ends}`,
      "gu",
    ),
    "smooth the skin",
  ],
  [
    new RegExp(`\\b(?:skin (?:smoothing|retouch(?:ing)?|softening)|beauty (?:filter|retouch|mode)|airbrush(?:ed)?)${ends}`, "gu"),
    "smooth the skin",
  ],
  [
    new RegExp(
      `(?:${takesChinese}|祛|淡化)(?:一下)?(?:脸上|面部|皮肤)?的?(?:皱纹|痘痘?|痘印|斑点?|毛孔|黑眼圈|眼袋|瑕疵|法令纹|细纹)${endsChinese}|(?:肤色|皮肤|肌肤)(?:要|更|再|变)?(?:均匀|细腻|光滑|光洁|嫩滑)(?:一?[点些])?${endsChinese}`,
      "gu",
    ),
    "皮肤磨皮",
  ],
  [/(?<=磨皮[^,，。;；]{0,4})(?:[,，]?(?:但是?|不过)?(?:要)?保留)(?:皮肤)?(?:质感|纹理|细节)/gu, ",稍微"],
  [
    /\b(smooth(?:er|ing|en)? (?:the |her |his |my )?skin),? (?:but |and )?(?:keep(?:ing)?|preserv(?:e|ing)|without losing|retain(?:ing)?) (?:the |its |some |natural )*(?:texture|details?|pores)/gu,
    "$1, slightly",
  ],
  // "Soften the shadows" is to have less of them.
  [
    /\b(?:soften|ease|lighten|fade|reduce|lessen|even out|tone down) (?:the |those |these |his |her |my )*(?:harsh |hard |dark |deep |strong )*shadows(?= (?:on|under|in|of|around) (?:the |his |her |my )?(face|skin|eyes|subject))/gu,
    "lift the shadows",
  ],
  [
    /\b(?:soften|ease|lighten|fade|lessen|tone down|reduce) (?:the |those |these )*(?:harsh |hard |dark |deep |strong )*shadows\b(?! (?:by|to) -)/gu,
    "lift the shadows",
  ],
  [/(?:柔化|淡化|减淡|弱化|减弱|减少|减轻)(?:一下|一点|一些)?(?:脸上|面部|画面)?的?(?:阴影|影子)(?:一?[点些])?/gu, "提高阴影30%"],
  // Light and form.
  [new RegExp(`(?:\\bdodge (?:and|&|n) burn(?:ing)?)${ends}|(?:加深减淡|双曲线|中性灰修图|明暗塑造)`, "gu"), "more clarity by 28%"],
  [/(?<=^\s*|[,，。;；]\s*)(?:更|再|要)?(?:有)?立体(?:感)?(?:一?[点些])?(?=\s*(?:$|[,，。;；]))/gu, "提高清晰度30%,提高对比度12%"],
  [
    new RegExp(
      `\\b(?:more |better |add |some |increase (?:the )?)*(?:subject )?separation(?: (?:between|of|from) (?:the )?(?:subject|foreground|person)s?(?: (?:and|from) (?:the )?background)?)?${ends}`,
      "gu",
    ),
    "darken the background by 20%, make the background less saturated by 18%",
  ],
  [/(?<=^\s*|[,，。;；]\s*)(?:更|再|要)?突出(?:一下)?(?:主体|主角|重点|主题)(?:一?[点些])?(?=\s*(?:$|[,，。;；]))/gu, "把背景压暗22%"],
  // A background that is to be quieter.
  [
    new RegExp(
      `\\b(?:clean(?: up)?|tidy(?: up)?|simplify|declutter|calm(?: down)?|quieten) (?:the |my )?(?:messy |busy |cluttered |distracting )*background(?: up)?${ends}|\\b(?:less |not so )(?:busy|cluttered|distracting|messy) background${ends}`,
      "gu",
    ),
    "blur the background, make the background less saturated by 22%",
  ],
  [new RegExp(`\\b(?:smooth(?: out)?|soften)(?: out)? (?:the |my )?background(?: (?:so|to make) .*)?${ends}`, "gu"), "blur the background"],
  [
    /(?:把|将)?背景(?:清理|整理|收拾|弄|处理|简化)(?:得)?(?:一?下)?(?:干净|简洁|清爽)?(?:一?[点些])?(?=\s*(?:$|[,，。;；]))|(?:清理|简化|净化)(?:一下)?背景/gu,
    "背景虚化,把背景降低饱和度22%",
  ],
  // Speed is seen in what stands still.
  [
    /\b(?:add )?(?:motion|movement|speed)(?: blur)?[,;]? (?:the |my )?(?:car|bike|train|bus|dog|horse|runner|motorbike|truck)s? (?:should |must |to |that )?(?:looks?|seems?|appears?|be) (?:like it is |like it's )?(?:faster|fast|speeding|quick|racing)\b/gu,
    "motion blur on the background",
  ],
  [
    /\b(?:make )?(?:the |my )?(?:car|bike|train|bus|motorbike|truck) (?:should |must |to )?(?:looks?|seems?|be) (?:like it is |like it's )?(?:really |very )?(?:faster|fast|speeding|racing)\b/gu,
    "motion blur on the background",
  ],
  // Of food and drink, and how clean it all is.
  [
    /\b(?:make |let )?(?:the |this |my )?(?:food|dish|meal|cake|beer|wine|coffee|burger|pizza|salad|soup|drink|fruit|bread|plate)s? (?:(?:look|looking|seem) )?(?:more |really |so )?(?:appetizing|appetising|tasty|tastier|delicious|yummy|fresh(?:er)?|mouth-?watering|inviting)/gu,
    "warmer by 12%, vibrant, slightly brighter",
  ],
  [
    /(?<=^\s*|[,，。;；]\s*)(?:看起来|显得|整体|画面|更|要)*(?:干净清爽|清爽干净|干净|清爽|清透)(?:一?[点些])?(?=\s*(?:$|[,，。;；]))/gu,
    "稍微提亮,降低对比度8%,白平衡",
  ],
  [
    /(?<=^\s*|[,，。;；]\s*)(?:颜色|色彩)(?:再|要|更)?(?:跳|亮眼|抢眼|出挑)(?:一?[点些])?(?=\s*(?:$|[,，。;；]))/gu,
    "提高自然饱和度30%,提高对比度12%",
  ],
  [
    /(夕阳|晚霞|日落|朝霞|落日)(?:的)?(?:颜色|色彩|光)?(?:再|更|要|变)*(?:浓烈|浓郁|壮观|壮丽|热烈|红火)(?:一?[点些])?/gu,
    "提高饱和度25%,提高暖色20%,提高对比度10%",
  ],
  // What there is too much of is to become less.
  [/太多(噪点|颗粒|噪声|杂色)了?|(噪点|颗粒|噪声)(?:也)?(?:太多|好多|很多|严重|明显)了?/gu, "降噪"],
  [/(?<=[,，。;；]\s*)(?:人脸|脸|人物|人)(?:都)?(?:看不清楚?|看不见|黑乎乎|黑了|发黑)了?/gu, "提亮阴影40%"],
  [/(?:一丢丢|一丢|丢丢|一丁点儿?|一咪咪)/gu, "一点"],
  [/(饱和度|对比度|清晰度|曝光度?|亮度|锐度)(?:直接)?(?:拉满|开满|拉到(?:最大|最高|头)|加满|调到(?:最大|最高))/gu, "$1提高80%"],
  [
    /\b(?:crank|push|turn|set|dial|pump|boost)(?: up)? (?:the )?(saturation|contrast|clarity|vibrance|warmth|sharpness|brightness)(?: up)? (?:to (?:11|eleven|the max(?:imum)?)|all the way(?: up)?|to full)/gu,
    "more $1 by 80%",
  ],
  [/(高光|阴影|亮部|暗部)压(?:暗|低|下来?)?(\d+)(?![\d%])/gu, "$1降低$2%"],
  [
    /\b(?:pull|drag|take|bring|push) (?:the )?(highlights|shadows|whites|blacks|contrast|saturation|exposure)(?: down)(?: by)? (\d+)(?![\d%.])/gu,
    "lower the $1 by $2%",
  ],
  [/(?<![上入].*)(?:春天?|夏天?|秋天?|冬天?)(?:季)?(?:变成?|换成|改成|转成?|→)(?=[春夏秋冬])/gu, "变成"],
];

const spoken: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  "twenty-five": 25,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const inWords = new RegExp(
  `\\b(${Object.keys(spoken)
    .sort((a, b) => b.length - a.length)
    .join("|")}) (?:per ?cent|%|points)`,
  "gu",
);

export function readMending(text: string): string {
  const counted = text
    .replace(inWords, (_, word: string) => `${spoken[word]}%`)
    .replace(/\b(?:a|one|by a) notch\b/gu, "slightly")
    .replace(/\b(?:two|a couple(?: of)?|2|by two) notches\b/gu, "by 30%")
    .replace(/\b(?:three|3|a few|several) notches\b/gu, "by 45%");
  return sayings.reduce((rest, [words, meaning]) => rest.replace(words, meaning), counted);
}
