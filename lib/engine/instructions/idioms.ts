/** Ways of speaking that name no operation: what designers say, in the words of what it comes to. */
const hue = "(red|blue|green|yellow|orange|purple|pink|brown|gold|cyan|teal)s?";
const eases = "(?:calm|dial|pull|tone|turn|bring|take)";
const back = "(?:back|down)(?: a notch| a bit)?";

const idioms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:push|pump up|bump up|deepen) the ${hue}\\b`, "gu"), "more $1"],
  [new RegExp(`\\b${eases} the ${hue} ${back}\\b`, "gu"), "less $1"],
  [new RegExp(`\\b${eases} ${back} the ${hue}\\b`, "gu"), "less $1"],
  [/\b(?:give it|add|needs?|inject|put in) (?:some |a bit of |more )*life\b/gu, "more contrast, vibrant"],
  [
    /^\s*(?:it |(?:the|this|my) (?:picture|image|photo|shot) )?(?:looks?|feels?|seems?|is) (?:a bit |rather |very |so )?(?:flat|dull|boring|lifeless|bland|drab|muddy|dingy|lacklustre)(?:,? and (?:flat|dull|boring|lifeless|bland|drab|muddy|dingy))?\b/gu,
    "more contrast, vibrant, ",
  ],
  [
    /\bcreamy(?= (?:bokeh|blur|background|backdrop)\b| and (?:out of focus|blurr|soft))|(?<=\b(?:background|backdrop|bokeh) )creamy\b/gu,
    "blurred",
  ],
  [/\btack[- ]sharp\b/gu, "sharp"],
  [/\bblurred and out of focus\b/gu, "blurred"],
  [/\briso(?:graph)?(?:[- ]?print(?:ed)?)?(?: style| look)?(?: in)? (?=[a-z]+ and [a-z]+)/gu, "halftone, duotone "],
  [/\briso(?:graph)?(?:[- ]?print(?:ed)?)?(?: style| look)?\b|孔版印刷/gu, "halftone, duotone"],
  [
    /\b(?:lift(?:ed|ing)?|raised?) (?:the )?(?:crushed )?blacks\b|\b(?:crushed )?blacks lifted\b|提(?:一?点)?黑位/gu,
    "lift the shadows by 18%",
  ],
  [
    /(?<![\d:])(\d{1,2}:\d{1,2})(?= (?:for|crop|format|aspect|ratio)\b)(?: (?:for [a-z]+|crop|format|aspect ratio|aspect|ratio))/gu,
    "crop to $1",
  ],
  [/稍微过曝|过曝一?[点些]|过曝感|过曝的?(?:风格|效果|感觉)/gu, "稍微提亮"],
  [/(阴影|暗部|高光|亮部)(?:提亮|更亮|变亮)/gu, "提高$1"],
  [/(阴影|暗部|高光|亮部)(?:压暗|更暗|变暗)/gu, "降低$1"],
  [
    /\b(?:kill|lose|fix|neutrali[sz]e|correct|remove|get rid of|take out) (?:the|that|this) (?:[a-z]+ )?(?:cast|tint|tinge)\b(?: (?:from|in|on|off|of) the [a-z]+)?/gu,
    "white balance",
  ],
  [/(?:去掉|去除|消除|减少)(?:画面|照片)?(?:的|里的)?偏?[红黄绿蓝青紫橙](?:色?偏|色?调|光)/gu, "白平衡"],
  [/\bknock(?:ed|ing)? the ([a-z ]+?) back\b|\bknock(?:ed|ing)? back the ([a-z]+)\b/gu, "darken the $1$2"],
  [/(把|将)([^,，。]{1,6}?)压(?:一下|一点|一些|低)/gu, "$1$2压暗"],
  [/\b(?:more|some|extra|add) drama (?:in|to|into|on) (?:the )?([a-z]+)\b/gu, "make the $1 moody"],
  [/\b(?:more|some|extra|add) drama\b/gu, "moody"],
  [/\blift (?:it|this|everything|the (?:whole )?(?:picture|image|photo))\b/gu, "brighten it"],
  [
    /,? (?:but |and )?(?:without|don't|do not|not) (?:blow(?:ing)? out|clip(?:ping)?|burn(?:ing)?|overexpos(?:e|ing)) the ([a-z]+)/gu,
    ", keep the $1",
  ],
  [/\bbleach[- ]bypass(?:ed)?\b|跳漂|漂白效果/gu, "desaturated by 45%, more contrast by 55%"],
  [/\bcross[- ]?process(?:ed|ing)?\b|\bx-?pro\b|交叉冲洗|正片负冲/gu, "split-toned teal to yellow, more contrast"],
  [/(?:,| with| and)* \b(?:creamy|soft(?:er)?|rolled[- ]off|muted|gentle) highlights\b/gu, ", recover the highlights"],
  [/(?:,| with| and)* \b(?:milky|lifted|raised|faded|washed|matte) blacks(?! lift)\b/gu, ", lift the shadows by 10%, faded at 60%"],
  [/(?:,| with| and)* \b(?:crushed|deep(?:er)?|inky|rich(?:er)?|heavy|solid) (?:blacks|shadows)\b/gu, ", lower the shadows by 35%"],
  [/\b(?:crush(?:ed)?|deep(?:en)?|sink) (?:the )?blacks\b|\bblacks crushed\b|压(?:低)?黑位/gu, "lower the shadows by 60%"],
  [
    /\b(?:stormy|thundery) (?:evening|dusk|night|day|afternoon|weather|morning)(?: with (?:dark|heavy|black|storm) clouds)?/gu,
    "rain, replace the sky with dark storm clouds",
  ],
  [/\b(?:lift|brighten|lighten|open up|fix) the (?:dark )?(corners|edges)\b/gu, "brighten the $1"],
  [/(?:天空?|天气)(?:放晴|转晴)了?|多云转晴/gu, "天空换成蓝天白云"],
  [/(^|[,，。;；]\s*)(?:变成|要|来点)?蓝天白云/gu, "$1天空换成蓝天白云"],
  [
    /\bteal[- ]?(?:and|&|n|\+|\/)[- ]?orange\b(?: (?:blockbuster|hollywood|movie))?(?: (?:grade|look|grading|style))?/gu,
    "cinematic, split-toned teal to orange",
  ],
  [
    /\b(?:calm|tame|dial|pull|rein|hold|bring) (?:down |back |in )?the (highlights|shadows|whites|blacks)(?: (?:down|back|in))?\b/gu,
    "lower the $1",
  ],
  [/\bopen(?:ed|ing)? up the (?=(?:[a-z]+ )?shadows)/gu, "lift the "],
  [/\b(?:(?:the|from) )?(?:autumn|winter|spring|fall|summer) (?:in)?to (?=(?:[a-z]+ ){0,3}(?:spring|summer|autumn|winter))/gu, ""],
  [/\bthe (?:whole|entire) (?:thing|picture|image|photo)\b/gu, "it"],
  [/只?突出(人物|球员|主体|主角|模特|宠物|花朵?|产品)(?=\s*(?:$|[,，。;；]))/gu, "保持$1不变"],
  [/(?:[下飘加来]|添)?一?点?小(?=[雪雨雾])/gu, "轻微"],
  [
    /\b(?:make )?(?:the )?whites? (?:whiter|brighter|cleaner)(?:,| and)* (?:the )?blacks? (?:blacker|deeper|darker)\b|黑的更黑[,，]?白的更白/gu,
    "more contrast",
  ],
  [/色温(?=.{0,3}[冷低降])(?:调|变|往|偏|再|降|压)*(?:冷|低)?(?:调|一?[点些])?/gu, "偏冷"],
  [/(?:颜色|色彩)(?:再|调|变|更|稍微?)*(?:淡|浅)(?=一?[点些]|$|[,，。;；])/gu, "降低饱和度"],
  [/(?:颜色|色彩)(?:再|调|变|更|稍微?)*(?:浓|重)(?=一?[点些]|$|[,，。;；])/gu, "提高饱和度"],
  [/薄雾|轻雾|淡雾/gu, "轻微雾"],
  [/浓雾|大雾/gu, "很雾"],
  [/\b(?:thin|light) (?=(?:[a-z]+ )?(?:fog|mist|haze)\b)/gu, "slight "],
  [/^\s*(?:an? )?((?:[a-z]+ )?(?:sunset|starry|stormy|cloudy) sky)(?=\s*(?:$|[,.;]))/gu, "replace the sky with a $1"],
  [/(?:天空?|天气)?(?:阴沉沉?|阴天|阴霾)的?/gu, "阴郁"],
  [/\bovercast\b/gu, "gloomy"],
  [/(?:晚霞|朝霞|霞光)(?=(?:更|再|变|偏))/gu, "天空"],
  [/(双色调?|duotone)(?:\s*[,，:：]\s*|的)/gu, "$1 "],
  [/高(?:对比度?|反差)的?(?=黑白)/gu, "提高对比度,"],
  [/\bhigh[- ]contrast (?=monochrome|black(?: and |[- ]and[- ]|-?n-?| n )white|b&w|bw\b)/gu, "more contrast, "],
  [/\bcyanotype(?: print)?\b|蓝晒(?:法|照片)?/gu, "duotone navy and ivory"],
  [/\b(?:19[012]0s )?silent (?:film|movie)(?: still)?\b|老电影|默片/gu, "monochrome, faded at 30%, vignette, coarse grain"],
  [
    /\b(?:look(?:s)? )?(?:like (?:it is|it's) )?(?:a hundred|over 100|100|150)[- ]years?[- ]old(?: (?:photo(?:graph)?|picture|print))?\b|百年(?:前的)?老照片/gu,
    "sepia, faded at 45%, vignette, grain",
  ],
  [/\b(?:slight |subtle |some )?halation\b/gu, "glow at 35%"],
  [/一档/gu, "1档"],
  [/半档/gu, "0.5档"],
  [/两档/gu, "2档"],
  [/\bnight(?: sky| scene| shot)? with (?:lots of |some |many )?stars(?: in the sky)?\b/gu, "night, replace the sky with a starry sky"],
  [
    /\b(?:everything|all|anything|what is|what's|the (?:area|part|stuff)) (?:behind|around) (?:the|my|his|her) [a-z]+\b/gu,
    "the background",
  ],
  [/(?:人物|主体|[\u4e00-\u9fff]{1,3})(?:后面|背后|身后)的?(?:东西|一切|部分|画面)/gu, "背景"],
  [/^\s*(?:a bit |rather |quite |so )?(?:hazy|misty|foggy|murky)(?=(?: and [a-z]+)?\s*[,.;])/gu, "remove the haze"],
  [/(?<=^remove the haze) and (?:flat|dull|washed[- ]out|lifeless)(?=\s*[,.;])/gu, ", more contrast"],
  [new RegExp(`\\bmake the ${hue} (?:really )?pop\\b`, "gu"), "boost the $1s"],
  [/整体?(?=偏[红黄绿蓝青紫橙]了?[,，]?\s*(?:往|拉))|偏[红黄绿蓝青紫橙]了?[,，]?\s*(?=(?:往|拉))/gu, ""],
  [/([^,，。;；]{1,6}?)(?:别|不要|不能)(?:太?过曝|太亮|曝掉)/gu, "保留$1"],
  [/(?:笔触|线条|轮廓|描边)(?:再|更)?(?:粗|重)一?[点些]?/gu, "粗线"],
  // What alone keeps its colour is said before or after what becomes of the rest.
  [
    /^\s*(?:leave |keep )?(?:only|just) ((?:the |her |his |my )?[a-z][a-z' ]*?) (?:stays? |is |are |remains? |should (?:be|stay|remain) |keeps? |left )?(?:in (?:full )?colou?r|coloured|colored|its colou?rs?)(?:,? (?:and )?(?:with )?(?:the rest|everything else|all else|the others?)(?: is| are| in| to| goes| turns)* (?:black and white|b&w|bw|gr[ae]y(?:scale)?|monochrome))?(?=\s*(?:$|[,.;]))/gu,
    "monochrome, keep $1",
  ],
  [
    /^\s*(?:请)?(?:只|仅)(?:有|让|把|将|保留)?([^,，。;；]{1,8}?)(?:的颜色|的色彩|是彩色|保持彩色|保留彩色|保留颜色|保持颜色|有颜色|彩色)(?:的)?(?:[,，]?(?:其他|其它|其余|别的|剩下)[^,，。;；]{0,4}?(?:变成?|改成|转成?|为|都是|都|全)*(?:黑白|灰度|灰)色?)?(?=\s*(?:$|[,，。;；]))/gu,
    "黑白,保留$1",
  ],
  [
    /\b(?:selective colou?r|colou?r (?:pop|splash))(?: on| for|:)? (?:keep(?:ing)? )?(?=(?:the |her |his )?[a-z]+ ?[a-z]*(?: [a-z]+)?\s*(?:$|[,.;]))/gu,
    "monochrome, keep ",
  ],
  [/重一?[点些]/gu, "明显"],
  [/(?<!减)轻一?[点些]/gu, "轻微"],
];

export function readIdioms(text: string): string {
  return idioms.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
