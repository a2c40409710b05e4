/** How retouchers speak of tones, depth of field and casts, in the words of what it comes to. */
const blurry = "(?:bokeh|blur(?:red|ry)?|out[- ]of[- ]focus|defocused)";

const hues = "red|pink|orange|yellow|green|blue|purple|magenta|cyan|teal|brown";

const sayings: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:the |her |his |my )?(skin|face|complexion) (?:looks?|is|are|seems?) (red|pink|orange|yellow|green)(?:ish)?\b/gu,
    "less $2 in the $1",
  ],
  [/(?:肤色|皮肤|脸色|气色)(?:更|再|要)?(?:红润|健康|好)(?:自然|一?[点些])*/gu, "皮肤提高暖色10%,皮肤提亮8%"],
  [
    /\b(?:make|let|have) (?:the |my |her |his )?([a-z]+(?: [a-z]+)?) (?:really )?stand out(?: more)?(?: from the background)?(?=\s*(?:$|[,.;]|and\b))/gu,
    "darken the background by 22%, keep the $1",
  ],
  [/\b(?:make )?(?:the |all )?colou?rs? (?:a (?:bit|little) |much |even )?(?:richer|deeper|stronger|bolder|fuller)\b/gu, "more saturated"],
  [/(?:颜色|色彩)(?:不要|别)(?:再)?(?:那么|这么|太)?(?:鲜?艳|浓|重|跳|饱和)/gu, "降低饱和度"],
  [/(?<=^\s*|[,，。;；]\s*)(?:稍微?|再|略)?灰一?[点些](?=\s*(?:$|[,，。;；]))/gu, "降低饱和度18%"],
  [/(?:阴天|多云|雨天)(?:变|转|改|换)(?:成|为)?(?:大?晴天?|阳光明媚)/gu, "天空换成蓝天白云"],
  [/暴风雪|暴雪|(?:大雪|雪花)(?:漫天)?(?:纷飞|弥漫|飞舞)|漫天(?:大雪|飞雪|雪花)/gu, "很大雪"],
  [/(?<=雾)(?:弥漫|缭绕|笼罩)|(?<=雪)(?:纷飞|飘落|飘飘)/gu, ""],
  [
    /(?:去掉?|去除|消除|减少)紫边|\b(?:remove|fix|reduce|kill) (?:the )?(?:purple fring(?:e|es|ing)|chromatic aberrations?)\b/gu,
    "less purple by 70%",
  ],
  // What is wrong with one thing is no fault of the whole picture.
  [new RegExp(`\\btoo much (${hues}) in (?=(?:the |her |his |my )?[a-z]+)`, "gu"), "less $1 in "],
  [
    new RegExp(
      `\\b(?:the |my )(?!(?:picture|image|photo|shot|whole|light|lights|lighting|colou?rs?|tones?|white|shadows|highlights|skin|face)\\b)([a-z]+) (?:is|are|looks?) (?:(?:way|a bit|a little|far|much) )?too (${hues})\\b`,
      "gu",
    ),
    "less $2 in the $1",
  ],
  [
    /(?<=^\s*|[,，。;；]\s*)(草地?|草坪|树叶?|叶子|天空?|水面?|海水?|湖水|墙面?|花朵?|地面|头发|衣服)(?:有点|有些)?(?:太|过于|偏)([红绿蓝黄橙紫])了?(?=\s*(?:$|[,，。;；]))/gu,
    "减少$1的$2色",
  ],
  [
    /(?<![色影]调|风格|整体|画面)((?:^|[,，。;；])[^,，。;；色调]{1,6}?)(?:有点|有些|略微?|稍微?)?偏暗了?(?=\s*(?:$|[,，。;；]))/gu,
    "$1提亮",
  ],
  [
    /(?<![色影]调|风格|整体|画面)((?:^|[,，。;；])[^,，。;；色调]{1,6}?)(?:有点|有些|略微?|稍微?)?偏亮了?(?=\s*(?:$|[,，。;；]))/gu,
    "$1压暗",
  ],
  [/(?<=太[亮白曝暗黑]了?)[,，]?(?:都)?(?:没有?|看不到|看不见|丢了|失去)了?(?:什么)?(?:细节|层次|纹理)了?/gu, ""],
  [/(?<=^\s*|[,，。;；]\s*)补一?[点些]光/gu, "提亮"],
  [/(?:阴影|暗部|黑位|黑色)(?:别|不要|不能)(?:太|那么|这么)(?:黑|暗|死|重|深)/gu, "提高阴影12%"],
  [/(?<!(?:有点|有些))(阴影|暗部|高光|亮部)(?:发|泛|带一?点?|偏向)([青蓝绿黄橙红紫])(?=\s*(?:$|[,，。;；]))/gu, "$1偏$2"],
  [/(?:图片|照片|画面|整体)?(?:有点|有些)?(?:太糊|很糊|糊)了(?=\s*(?:$|[,，。;；]))/gu, "锐化"],
  [
    /\b(?:knock|bring|take|pull|dial|turn|push|lift|open) (?:it|them|that) (?:down|back|up)(?: by)? (\d+(?:\.\d+)? ?%|a (?:third|quarter))/gu,
    "by $1",
  ],
  // A kind of photography is no place in a picture.
  [
    /\b(?:street|documentary|reportage|wedding|product|food|fashion|landscape|portrait|sports|wildlife) (?=photo(?:graph(?:y|ic)?|s)?\b)/gu,
    "",
  ],
  // What must not come of it asks for nothing.
  [
    /(?:,| but| and)+ (?:no|without|avoid(?:ing)?) (?:any )?(?:halos?|haloing|artifacts|artefacts|banding|fringing)(?=\s*(?:$|[,.;]))|[,，](?:不要|别|没有|无)(?:有)?(?:光晕|白边|伪影|色带|断层)(?=\s*(?:$|[,，。;；]))/gu,
    "",
  ],
  [
    /,? (?:but )?without (?:adding|introducing|increasing|creating|bringing up|amplifying) (?:any |more |too much |extra )?(?:noise|grain|halos?|artifacts|artefacts)(?: (?:and|or) (?:noise|grain|halos?|artifacts|artefacts))?/gu,
    "",
  ],
  [/\b(noise|grain) (?:in|from|out of) (?:the )?(?:shadows|darks|dark (?:areas|parts|tones)|blacks)\b/gu, "$1"],
  [
    new RegExp(
      `\\b(?:make|let|have) (?:the |my |her |his )?([a-z]+(?: [a-z]+)?) (?:really )?(?:pop|stand out)(?: out)?(?: (?:with|against|from|on|by|using|having))+ .*?\\b${blurry}(?: background| backdrop)?`,
      "gu",
    ),
    "blur the background, keep the $1",
  ],
  [
    /(?<!(?:background|backdrop|foreground).*)(?:\b(?:give|make|add|use|apply|with|it|the|this|photo|picture|image|portrait|shot|an?|some|very|simulate|create) )*\b(?:shallow|narrow|thin) (?:depth[- ]of[- ]field|dof|focus)\b(?: effect| look)?(?!.*(?:background|backdrop|foreground))/gu,
    "blur the background",
  ],
  [/(?<!(?:背景|前景).*)(?:做成|加上?|用|来个?|要)?(?:浅|小)景深的?(?:效果|感觉|感)?(?!.*(?:背景|前景))/gu, "背景模糊"],
  [
    /\b(?:push|shift|move|nudge|swing|pull) the (?:tints?|colou?rs?|hues?|white balance|balance) (?:towards?|to|into) magenta\b/gu,
    "slight magenta tint",
  ],
  [
    /\b(?:push|shift|move|nudge|swing|pull) the (?:tints?|colou?rs?|hues?|white balance|balance) (?:towards?|to|into) green\b/gu,
    "slight green tint",
  ],
  [
    /\b(?:neutrali[sz]e|clean up|clean) (?:the |all )?whites\b|\b(?:make )?(?:the )?whites? (?:cleaner|neutral|more neutral|purer)(?! blacks?)\b/gu,
    "white balance of the picture",
  ],
  [/\b(?:reduce|lower|lessen|ease|tone down|dial down|dial back|less of) the (?:[a-z]+ )?(?:cast|tint|tinge)\b/gu, "white balance"],
  [/\bbleach (?:out )?(?:the |all )?colou?rs?(?: out)?\b/gu, "faded"],
  [
    /\b(?:the )?highlights? (?:are|look|is|seem)(?: a (?:bit|little)| way| far| much)? (?:too (?:bright|hot|strong|harsh)|blown(?:[- ]out)?|clipped|burn(?:ed|t)(?: out)?|over-?exposed)\b/gu,
    "recover the highlights",
  ],
  [
    /\b(?:the )?(?:shadows|blacks|darks|dark areas) (?:are|look|seem)(?: a (?:bit|little)| way| far| much)? (?:too (?:dark|deep|heavy|black)|(?:too )?(?:blocked(?: up)?|crushed)|under-?exposed)\b/gu,
    "lift the shadows",
  ],
  [
    /(?:高光|亮部)(?:有点|有些|部分)?(?:太亮|太强|过亮|过曝|刺眼|太刺眼|溢出|太爆)了?(?:[,，]?(?:压|降|收)(?:一[压降收下点些]|下来|回来|低))?/gu,
    "压高光",
  ],
  [/(?:阴影|暗部)(?:有点|有些|部分)?(?:太暗|太黑|太死|死黑|太重|欠曝)了?(?:[,，]?提(?:一[提下点些]|亮|起来|上来))?/gu, "提高阴影"],
  [/(?:把|将)?(?:阴影|暗部)(?:的|里的?)?(?:细节|层次)?都?(?:拉|提|找|救|显|透)(?:出|回|起|上)来?/gu, "提高阴影"],
  [/(?:把|将)?(?:高光|亮部)(?:的|里的?)?(?:细节|层次)?都?(?:拉|找|救|收|压)(?:出|回|下)来?/gu, "压高光"],
  [/(?<=[\u4e00-\u9fff])(?:并且?|同时|而且)(?=稍?微?(?:再|更)?(?:偏|变|提|降|增|减|加|调|压))/gu, ","],
  [/(?:画面|整体|光线|色调)(?:再|更|变)?柔(?:和)?一?[点些]/gu, "柔和"],
  [/(?:,|\band\b|\bwith\b)\s*(?:slightly|a (?:bit|little|touch)) over-?exposed(?=\s*(?:$|[,.;]))/gu, ", slightly brighter"],
  [
    /\b(?:cover(?:ed)?|blanket(?:ed)?|bury|buried|dust(?:ed)?) (?:(?:the |this )?(?:whole |entire )?(?:scene|picture|image|photo|place|ground|everything|it|all) )?(?:all )?(?:in|with|under|by) (?:an? )?(?:fresh |deep |thick |white |layer of |blanket of )*snow\b/gu,
    "heavy snow",
  ],
  [
    /白雪皑皑|银装素裹|冰天雪地|(?:地上|地面|到处|全部?)?(?:积(?:满|着|起)?了?|覆盖了?|铺满了?|盖满了?)(?:厚厚|白|一层|的)*雪|被?(?:白|大)?雪覆盖/gu,
    "很大雪",
  ],
  [
    /(?:\b(?:focus|keep the focus) on (?:the |my |her |his )?[a-z]+(?: [a-z]+)?(?:,| and| with)* )?\b(?:everything|all|the) (?:else|rest|others?) (?:is |goes |should be |all )?(?:out of focus|blurr(?:y|ed)(?: out)?|unfocused|soft)(?=\s*(?:$|[,.;]))/gu,
    "blur the background",
  ],
  [
    /\b(?:soften|tame|reduce|tone down) (?:the |this )?(?:harsh |hard |direct )*flash(?: light(?:ing)?)?\b/gu,
    "recover the highlights, softer light",
  ],
  [/天色(?:渐|已|将|慢慢)?(?:晚|暗下来)|蓝调(?:的)?(?:氛围|光线|感觉|感)/gu, "蓝调时刻"],
  [/(?:旋转|转|摆|调)(?:到|成|至)?(?:水平|正)(?!翻|镜)(?=\s*(?:$|[,，。;；]))/gu, "拉直"],
  [/三分之一档/gu, "0.33档"],
  [/三分之二档/gu, "0.67档"],
  [/(?:画面|照片|图片?|整体)?(?:有点|有些|略)灰(?=\s*(?:$|[,，。;；]))/gu, "增加对比度"],
  [/\btwo[- ]thirds of a (?=stop)/gu, "0.67 "],
  [/\b(?:a|one)[- ]third of a (?=stop)/gu, "0.33 "],
  [/\bhalf a (?=stop)/gu, "0.5 "],
];

export function readRetouching(text: string): string {
  return sayings.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
