/** How people who are no retouchers put it: what must not be overdone, one colour that stays, more and less in passing. */
const thing = "(?:the |my |her |his )?[a-z][a-z' ]*?";
const grey = "(?:monochrome|black and white|black|gr[ae]y(?:scale)?|bw)";
const rest = "(?:the rest|everything else|all else|the others?)";

const sayings: readonly (readonly [RegExp, string])[] = [
  // A limit to what was said before it.
  [
    /[,;]?\s*(?:\bbut )?\b(?:(?:do not|don't|dont|not|nothing|without) (?:too|so|overly|over the|that|as|being too|overdo|overdoing|go overboard|make it too|crazy)(?: (?:much|strong|strongly|heavy|crazy|far|top|extreme|intense|obvious|harsh|it|this|with it))*|keep it (?:subtle|natural|light)|nothing (?:too )?(?:crazy|strong|heavy)|go easy(?: on it)?|easy does it)(?=\s*(?:$|[,.;!]|please))/gu,
    ", slightly",
  ],
  [
    /[,，]?(?:但|不过)?(?:别|不要|不用|勿)(?:弄得|调得|做得|搞得)?(?:太过分?|太夸张|太强烈?|太重|太浓|太明显|过头|过度|太多|太猛|过于夸张)了?(?=\s*(?:$|[,，。;；]))|[,，](?:自然|适度|适当)(?:一点|些)?即?可?(?=\s*(?:$|[,，。;；]))/gu,
    ",稍微",
  ],
  [
    /\b(?:not (?:so|as|that|quite so)|a bit too|less) (bright|dark|contrasty|saturated|colou?rful|warm|cold|cool|grainy|noisy|blurry|sharp|vivid|yellow|blue|red|green|orange|pink|magenta)\b(?: please)?/gu,
    "less $1",
  ],
  [/,? (?:but|and keep it|yet) (?:quite |very |still )?natural(?:[- ]looking)?(?=\s*(?:$|[,.;]))/gu, ", slightly"],
  // Of one thing and all else.
  [
    new RegExp(
      `^\\s*(?:only|just) (${thing}) (?:stays?|remains?|is kept|left|kept)(?: ${grey}?)?(?:,? (?:and )?(?:with )?${rest}(?: is| are| in| to| goes| turns)* ${grey})?(?=\\s*(?:$|[.;]))`,
      "gu",
    ),
    "monochrome, keep $1",
  ],
  [
    new RegExp(
      `\\b(?:selective colou?r|colou?r (?:pop|splash))(?:\\s*[,:]\\s*| on | for | with )(?:only |just |keep )?(${thing})(?: only)?(?=\\s*(?:$|[,.;]))`,
      "gu",
    ),
    "monochrome, keep $1",
  ],
  [new RegExp(`\\b${rest} (?:should be |goes |turns |to )?(?=${grey})`, "gu"), "everything else "],
  // More and less of it, in passing.
  [/([红橙黄绿蓝紫青粉])色?(?:调|变|弄|再)?(?:得|更)?(?:淡|浅|弱|低)一?[点些]/gu, "减少$1色"],
  [/([红橙黄绿蓝紫青粉])色?(?:不要|别|没)(?:那么|这么|太)(?:鲜?艳|浓|重|亮|抢眼)/gu, "减少$1色"],
  [/(?:再|更)强一?[点些]/gu, "明显"],
  [/(?<=^|[,，。;；]\s*)虚化(?=\s*(?:$|[,，。;；]|再|更|强|一|明显))/gu, "背景虚化"],
  [/黑白的?(?:高对比度?|高反差|强对比)/gu, "黑白,提高对比度"],
  [/\bmore (?:saturated|vivid|intense|vibrant) (red|blue|green|yellow|orange|purple|pink)s\b/gu, "boost the $1s"],
  [
    /\bmake the (?!(?:red|blue|green|yellow|orange|purple|pink|brown|gold|cyan|teal)s?\b|colou?rs?\b|picture|image|photo)([a-z]+(?: [a-z]+)?) (?:really )?pop(?=\s*(?:$|[,.;]|but\b|and\b))/gu,
    "make the $1 more vibrant",
  ],
  [/\b(?:give it |add |with )?(?:more|some) depth\b(?! of)/gu, "more clarity"],
  [/\bmore natural(?: colou?rs?| look(?:ing)?| tones?)?\b|\bnatural colou?rs\b/gu, "white balance, less saturated by 10%"],
  [/\b(?:make )?(?:the )?whites whiter(?! (?:and )?(?:the )?blacks)\b/gu, "white balance of the picture"],
  [/\bsquare it(?: up| off)?\b|^\s*square(?= (?:for|crop|format)\b)/gu, "crop to a square"],
  [
    /\b(rotate|tilt|turn)(?: it| this)? (?:slightly |a (?:bit|little) )((?:counter[- ]?|anti[- ]?)?clockwise|(?:to the )?(?:left|right)),? (?:about |by |around |roughly )*(\d+(?:\.\d+)?) ?(?:degrees|°)/gu,
    "$1 $2 $3 degrees",
  ],
  [
    /\b(?:calm|tone|dial|turn|bring|pull|take)(?: down)?(?: (?:all )?the)? colou?rs(?: down| back)?(?: a bit| a little)?(?=\s*(?:$|[,.;]|and\b))/gu,
    "less saturated",
  ],
  [
    /\b(?:boost|enhance|pump(?: up)?|intensify|bring out|bump(?: up)?|increase|enrich|strengthen|punch up|crank(?: up)?)(?: (?:all )?(?:the|its))? colou?rs?(?: up)?\b(?! (?:temperature|balance|contrast|of))/gu,
    "more saturated",
  ],
  [
    /\b(?:bump|crank|dial|push|pump|kick|ramp|nudge|turn|bring) up (?:the )?(?=contrast|saturation|exposure|brightness|vibrance|clarity|warmth|sharpness|shadows)/gu,
    "more ",
  ],
  [/\b(?:bump|crank|push|pump|nudge) (?:the )?(?=contrast|saturation|exposure|brightness|vibrance|clarity|warmth|sharpness)/gu, "more "],
  [
    /\b(?:remove|correct|fix|get rid of|lose|kill|take out) (?:the |that |this )?(?:lens )?(?:vignett(?:e|ing)|dark (?:corners|edges))\b|(?:去掉|去除|消除|校正)(?:镜头)?暗角/gu,
    "brighten the corners",
  ],
  [/\b(cooler|colder|warmer) white balance\b|\bwhite balance (?:a bit |a little |slightly )?(cooler|colder|warmer)\b/gu, "$1$2"],
  [
    /\b(?:more|some|a bit of|a (?:sense|feeling|touch|hint) of|add) (?:motion|movement)(?= (?:in|to|on|of)\b|\s*(?:$|[,.;]))/gu,
    "motion blur",
  ],
  [/(对比度?|饱和度|亮度|清晰度|曝光度?|锐度|颗粒感?|暗角|反差)(?:有点|有些|稍微)?(?:太|过)(?:高|强|大|重|多|浓|过|明显)了?/gu, "降低$1"],
  [/(对比度?|饱和度|亮度|清晰度|锐度|反差)(?:有点|有些|稍微)?(?:太低|太弱|太小|不够高?|不足|过低)了?/gu, "提高$1"],
  [/\btoo much (contrast|saturation|exposure|brightness|clarity|vibrance|warmth|sharpness|colou?r|fog|haze|grain|noise)\b/gu, "less $1"],
  [
    /\b(?:the )?(contrast|saturation|exposure|brightness|clarity|vibrance|warmth|sharpness) (?:is|looks|seems|feels)(?: a (?:bit|little)| way| far)? too (?:high|strong|heavy|much)\b/gu,
    "less $1",
  ],
  [
    /\b(?:the )?(contrast|saturation|exposure|brightness|clarity|vibrance|warmth|sharpness) (?:is|looks|seems|feels)(?: a (?:bit|little)| way| far)? too (?:low|weak)\b|\b(?:not enough|lacks?|lacking|could use (?:more|some)|needs? (?:more|some)) (contrast|saturation|exposure|brightness|clarity|vibrance|warmth|sharpness)\b/gu,
    "more $1$2",
  ],
  [/(对比度?|饱和度|亮度|清晰度|曝光度?|锐度|颗粒感?|暗角|反差|色温)(?:别|不要)(?:太|过)(?:高|强|大|重|多|浓|明显)/gu, "稍微降低$1"],
  [/(?:不要|别|没)(?:那么|这么|太)([红橙黄绿蓝紫青粉])色?(?=\s*(?:$|[,，。;；]))/gu, "减少$1色"],
  [/([雪雨雾])(?:下|再|更)*大一?[点些]/gu, "很$1"],
  [/([雪雨雾])(?:下|再|更)*小一?[点些]/gu, "轻微$1"],
  // "The background is too busy, blur it": what is wrong with it is also where.
  [
    /\b(?:the|my) ([a-z]+(?: [a-z]+)?) (?:is|are|looks?) (?:a bit |way |so |too |very |really |quite )*(?:busy|distracting|cluttered|messy|boring|ugly|empty|loud)\s*[,;.]\s*(?:so |please |can you |just )*([a-z]+) (?:it|them)\b/gu,
    "$2 the $1",
  ],
  [
    /([\u4e00-\u9fff]{1,4})(?:太|有点|有些|很)(?:杂乱|抢眼|单调|凌乱|[乱杂花])了?[,，](?:帮我|请|把它)?(?=虚化|模糊|压暗|提亮|换|去|变)/gu,
    "$1",
  ],
  // One look in a word.
  [/\b(rainy|stormy|foggy|snowy|drizzly) (?:autumn |winter )?evening\b/gu, "$1 dusk"],
  [/下雨的?(?:傍晚|黄昏)|雨天的?(?:傍晚|黄昏)/gu, "下雨,暮色"],
  [/\b(?:fix|correct|improve|better) (?:the )?light(?:ing)?\b|修光|光线不好/gu, "auto enhance"],
  [
    /\b(?:make it |look(?:s|ing)? |more |feel )*(?:expensive|premium|luxur(?:y|ious)|high[- ]end)(?: look| feel)?\b|高级感|高级一点/gu,
    "less saturated by 18%, more contrast by 18%, vignette at 40%",
  ],
  [/\b(?:instagram(?:mable)?|insta) (?:look|style|feel|vibe|filter)\b|ins风|网红风/gu, "faded at 40%, slightly warmer, slightly brighter"],
  [
    /\b((?:ink|pencil|charcoal|line|pen)(?: (?:drawing|sketch|art))|sketch|woodcut|linocut|line art) in (?=(?:dark |light |deep )?[a-z]+\s*(?:$|[,.;]))(?!the |a |an |black and)([a-z ]+?)(?=\s*(?:$|[,.;]))/gu,
    "$1 in $2 ink",
  ],
  // "Its super grainy" says what is wrong with it.
  [
    /(?<=^\s*|[,;.!]\s*|\b(?:because|since|cause|but|and) )(?:it'?s|(?:the|this|my) (?:picture|image|photo|pic|shot|thing|whole thing)(?:'s| is| came out| looks)|it (?:is|looks|came out)) (?:(?:a (?:bit|little)|so|super|really|very|quite|pretty|rather|extremely|way|kind of|all) )(grainy|noisy|dark|bright|hazy|foggy|flat|dull|saturated|contrasty|yellow|blue|cold)(?=\s*(?:$|[,.;!]))/gu,
    "too $1",
  ],
];

export function readChat(text: string): string {
  return sayings.reduce((said, [words, meaning]) => said.replace(words, meaning), text);
}
