/** What a picture is for, without a verb: a listing, a passport, a profile, a cover, print: in the words of what such pictures look like. */

const uses: readonly { readonly en: string; readonly zh: string; readonly means: string; readonly meansChinese: string }[] = [
  {
    en: "(?:e-?commerce|online shop|web ?shop|amazon|ebay|etsy|shopify|taobao|product|packshot)(?: (?:product|catalogue|catalog|store|shop|main))?(?: (?:listing|photo|picture|image|shot|page|pic)s?)",
    zh: "(?:电商|淘宝|天猫|京东|拼多多|亚马逊|商品|产品)(?:的)?(?:主图|白底图|详情页|商品图|展示图|图片|图|照)",
    means: "turn the background white, enhance",
    meansChinese: "把背景换成白色,自动增强",
  },
  {
    en: "(?:real[- ]estate|property|airbnb|estate agent|interior)(?: (?:listing|photo|picture|image|ad|advert|website)s?)",
    zh: "(?:房产|中介|民宿|楼盘|样板间|售楼)(?:的)?(?:图|照片?|宣传图|广告|挂牌图)",
    means: "lift the shadows by 25%, slightly brighter, white balance",
    meansChinese: "提高阴影25%,稍微提亮,白平衡",
  },
  {
    en: "(?:linked ?in|cv|resume|corporate|company website|business)(?: (?:profile|headshot|portrait))?(?: (?:picture|photo|pic|page))?",
    zh: "(?:领英|简历|职业|商务|公司官网)(?:的)?(?:头像|照片?|形象照|证件照)?",
    means: "enhance, crop to 1:1",
    meansChinese: "自动增强,裁成1:1",
  },
  {
    en: "(?:a |the )?(?:magazine|vogue|book|fashion) cover",
    zh: "(?:杂志|书籍?|时尚杂志)(?:的)?封面",
    means: "more contrast by 22%, less saturated by 14%, crop to 3:4",
    meansChinese: "提高对比度22%,降低饱和度14%,裁成3:4",
  },
  {
    en: "(?:an? )?(?:album|podcast|record|spotify|playlist) (?:cover|art|artwork)",
    zh: "(?:专辑|唱片|播客|歌单)(?:的)?封面",
    means: "crop to 1:1",
    meansChinese: "裁成1:1",
  },
  {
    en: "(?:print|printing|the printer|press|a photo book)",
    zh: "(?:打印|印刷|冲印|喷绘)(?:出图)?",
    means: "slightly brighter, sharpen by 60%",
    meansChinese: "稍微提亮,锐化60%",
  },
  {
    en: "(?:a |the |our )?(?:menu|food delivery|delivery app|restaurant(?: website)?)(?: (?:photo|picture|listing)s?)?",
    zh: "(?:菜单|外卖|美团|餐厅)(?:的)?(?:图|配图|主图|宣传图|照片)?",
    means: "warmer by 12%, vibrant, slightly brighter",
    meansChinese: "提高暖色12%,提高自然饱和度30%,稍微提亮",
  },
];

/** Photographs on a plain ground in the shape offices ask for: the ground where one was named, else white. */
const passport =
  /\b(?:an? )?(?:passport|visa|id|id card|driving licen[cs]e)(?: size)? (?:photo|picture|pic)s?\b(?: (?:with|on|in|against) (?:an? )?(?:(?:plain|solid) )?(?<ground>white|blue|light blue|red|grey|gray|light grey|light gray)(?: background| backdrop)?)?/gu;
const passportChinese =
  /(?:[做改变换弄]成|做一?[张个]|要一?张)?(?<ground1>[红蓝白灰]|浅蓝)?色?底?的?(?:[一二小大]寸)?(?:证件照|护照照片?|签证照片?|报名照|身份证照片?)(?:[,，]?(?:换|改|用|要)?成?(?<ground2>[红蓝白灰]|浅蓝)色?(?:底色?|背景))?/gu;
const inches = /(?:裁|改|做|切)?(?:剪|成|为|到)*([一二])寸(?:照片?|大小|尺寸|证件照)?(?=\s*(?:$|[,，。;；]))/gu;

const asks =
  "(?:(?:make|get|prepare|edit|optimi[sz]e|retouch|set up|turn|crop|use)(?: (?:it|this|the (?:picture|photo|image)))?(?: (?:look|ready|suitable|good|right|fit))?(?: (?:as if|into))? (?:like|for|as|to be|into)? ?|(?:good|ready|suitable|perfect|edit|edited|retouched|photo|picture|image|it'?s|this is|meant)? ?(?:for|like|as) )(?:(?:an?|my|our|the|its|your) )?";
const ends = "(?:(?: style| look| use| purposes?| ready| quality)?)(?=\\s*(?:$|[,.;!]|please\\b|\\band\\b))";
const asksChinese =
  "(?:(?:修|调|改|做|变|处理|弄|裁)(?:成|为|一?张)*(?:适合)?(?:做|用作|发)?|适合(?:用)?(?:做|于|作为|发)?|用(?:来|于|作)(?:做)?|准备|拿去|要(?:用来)?(?:做)?|当)";
const endsChinese = "(?:用|风格|效果|感觉?|的样子|的感觉)?(?=\\s*(?:$|[,，。;；]))";

const sayings: readonly (readonly [RegExp, string])[] = uses.flatMap(({ en, zh, means, meansChinese }) => [
  [new RegExp(`(?<=^\\s*|[,;.]\\s*|\\band )${asks}(?:${en})${ends}`, "gu"), means] as const,
  [new RegExp(`(?<=^\\s*|[,，。;；]\\s*)${asksChinese}(?:${zh})${endsChinese}`, "gu"), meansChinese] as const,
]);

const places: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=^\s*|[,;.]\s*)(?:(?:an? |for (?:an? |my )?)?)(?:you ?tube )?thumbnail(?: for (?:you ?tube|a video))?(?=\s*(?:$|[,.;]))/gu,
    "crop to 16:9",
  ],
  [/(?<=^\s*|[,;.]\s*)(?:for|as) (?:an? |my )?(?:website )?(?:banner|hero image|header)(?: image)?(?=\s*(?:$|[,.;]))/gu, "crop to 21:9"],
  [/(?<=^\s*|[,;.]\s*)(?:for|as) (?:an? |my )?(?:avatar|profile (?:picture|pic|photo))(?=\s*(?:$|[,.;]))/gu, "crop to 1:1"],
  [/(?:适合)?(?:做|当|用作|用于|作为)成?朋友圈(?:的)?(?:封面|背景)(?=\s*(?:$|[,，。;；]))/gu, "裁成1:1"],
  [/(?:适合)?(?:做|当|用作|用于|作为)成?(?:网站|官网|店铺)?(?:的)?(?:横幅|头图|banner)(?=\s*(?:$|[,，。;；]))/gu, "裁成21:9"],
];

export function readUses(text: string): string {
  const official = text
    .replace(inches, (_, size: string) => (size === "一" ? "裁成5:7" : "裁成35:49"))
    .replace(passport, (...match) => {
      const { ground } = match.at(-1) as { readonly ground?: string };
      return `turn the background ${ground ?? "white"}, crop to 35:45`;
    })
    .replace(passportChinese, (...match) => {
      const { ground1, ground2 } = match.at(-1) as { readonly ground1?: string; readonly ground2?: string };
      const shape = /寸/u.test(match[0] as string) ? "" : ",裁成5:7";
      return `把背景换成${ground2 ?? ground1 ?? "白"}色${shape}`;
    });
  return [...places, ...sayings].reduce((rest, [words, meaning]) => rest.replace(words, meaning), official);
}
