/** "It is too dark" asks for the opposite: complaints in the words of what mends them. */
const complaints: readonly (readonly [RegExp, string])[] = [
  [/\b(?:(?:far |way |a bit |rather )?too dark|under-?exposed)\b|欠曝了?|太暗了?|太黑了?/gu, "brighter"],
  [/\b(?:too (?:bright|light)|over-?exposed|blown[- ]out)\b|太亮了?|过曝了?|曝光过度/gu, "darker"],
  [
    /\btoo (?:yellow|orange|green|magenta|pink|purple)\b|太黄了?|(?<!色调|调子|颜色|色彩|影调)偏黄(?:了|(?![\u4e00-\u9fff]))|太绿了?|(?:去掉|去除|消除|修正)?偏色了?|校正(?:一下)?(?:颜色|色彩|偏色)/gu,
    "white balance",
  ],
  [/\btoo (?:blue|cold|cool)\b|太蓝了?|太冷了?|(?<!色调|调子|颜色|色彩|影调)偏蓝(?:了|(?![\u4e00-\u9fff]))/gu, "warmer"],
  [/\btoo warm\b|太暖了?/gu, "cooler"],
  [/\btoo (?:blurry|soft|unsharp)\b|太模糊了?|不清晰/gu, "sharper"],
  [
    /\b(?:it|this|the (?:picture|image|photo|shot))(?:'s| is| looks| came out)(?: a (?:bit|little)| rather| quite| so| very| really| slightly)? (?:blurr(?:y|ed)|out of focus|unsharp|fuzzy|soft)(?=\s*(?:$|[,.;!]|and\b))|(?:有点|有些|画面)?(?<!更|变)模糊了(?=\s*(?:$|[,，。;；]))/gu,
    "sharper",
  ],
  [/曝光(?:严重)?不足|曝光不够|光线不足|光线太暗了?/gu, "提亮"],
  [
    /\btoo (?:harsh|hard|contrasty)\b|\b(?<=make (?:it|the (?:picture|image|photo|shot)) )less harsh\b|反差太大了?|对比太强了?/gu,
    "less contrast",
  ],
  [/(?:太|有点|有些)(?:歪|斜)了?|歪了|倾斜了/gu, "拉直"],
  [/白平衡(?:不对|不准|有问题)了?/gu, "白平衡"],
  [/\btoo (?:noisy|grainy)(?: in the (?:shadows|darks|dark areas|sky|background))?\b|噪点太多了?/gu, "denoise"],
  [/\btoo (?:flat|dull|boring)\b|太平淡了?|太灰了?|偏灰了?|(?:有点|有些|略)?发灰了?|灰扑扑的?/gu, "more contrast"],
  [/\b(?:a (?:bit|little) |rather |too |so )?washed[- ]out(?=,? (?:bring|give|add|get|put|more|fix))/gu, "more contrast"],
  [
    /(?:(?<=\b(?:looks?|is|it's|and|but) )(?:a (?:bit|little|touch)|slightly|rather|too|kind of|quite) |\bhas an? )(?:green|yellow|orange|magenta|pink|red)(?:ish)?(?: cast| tint)?(?=\s*(?:$|[,.;]|and\b))/gu,
    "white balance",
  ],
  [/(?:有点|有些)?(?:看不清(?:楚)?了?|糊成一团)(?=\s*(?:$|[,，。;；]))/gu, ""],
  [/(?:天空?|背景)太白了?[,，]\s*(?=换|改|变)/gu, "天空"],
  [/\btoo (?:saturated|colou?rful)\b|太艳了?|太鲜艳了?/gu, "less saturated"],
  [/\btoo (?:hazy|foggy|misty)\b|雾太大了?/gu, "remove the haze"],
];

export function turnComplaints(text: string): string {
  const bare = text.replace(
    /\b(?:it|everything|the (?:picture|image|photo|shot|whole thing|whole picture)|this(?: picture| image| photo)?)(?:'s| is| looks) (?:a bit |way |much |far )?(?=too |under|over|blown)|(?:整体|画面|图片|照片|图)(?=太|有点发灰|发灰|偏灰)/gu,
    "",
  );
  // 太暗太黄: two complaints in a row.
  const parted = bare.replace(/(太[\u4e00-\u9fff]{1,2})(?=又?太)/gu, "$1,");
  return complaints.reduce((rest, [words, wish]) => rest.replace(words, wish), parted);
}
