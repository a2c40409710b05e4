/** The words of instructions and what they mean; the longest phrase that fits wins. */
import type { FilterName, LookName, StyleName, ToneName, WeatherName } from "./operation.ts";

export type Meaning =
  /** `usual` is the amount without a number; a sign of −1 means the word itself says "less". */
  | { readonly kind: "tone"; readonly name: ToneName; readonly sign: 1 | -1; readonly usual?: number }
  | { readonly kind: "look"; readonly name: LookName }
  /** `opposite` is what "less of it" comes to. */
  | { readonly kind: "weather"; readonly name: WeatherName; readonly opposite?: FilterName }
  | { readonly kind: "filter"; readonly name: FilterName; readonly opposite?: FilterName }
  | { readonly kind: "style"; readonly name: StyleName };

export interface Entry {
  readonly words: string;
  readonly means: Meaning;
}

const tone = (name: ToneName, sign: 1 | -1, words: string, usual?: number): Entry => ({
  words,
  means: usual === undefined ? { kind: "tone", name, sign } : { kind: "tone", name, sign, usual },
});
const look = (name: LookName, words: string): Entry => ({ words, means: { kind: "look", name } });
const weather = (name: WeatherName, words: string, opposite?: FilterName): Entry => ({
  words,
  means: opposite === undefined ? { kind: "weather", name } : { kind: "weather", name, opposite },
});
const filter = (name: FilterName, words: string, opposite?: FilterName): Entry => ({
  words,
  means: opposite === undefined ? { kind: "filter", name } : { kind: "filter", name, opposite },
});
const style = (name: StyleName, words: string): Entry => ({ words, means: { kind: "style", name } });

/** Phrases are separated by "|" and may be patterns; "monochrome" also stands for "black and white", which splitting would tear apart. */
export const vocabulary: readonly Entry[] = [
  tone(
    "brightness",
    1,
    "brighter|brighten(?:ed|ing)?(?: up)?|bright|brightness|lighter|lighten(?:ed|ing)?(?: up)?|light up|提亮|变亮|调亮|明亮|亮度|亮一?[点些]?|光亮|美白",
  ),
  tone("brightness", -1, "darker|darken(?:ed|ing)?|dark|dimmer|dim|(?:压|变|调)?暗一?[点些]?|昏暗"),
  tone("exposure", 1, "(?<!double |multiple |long )exposure|overexposed?|expose more|(?<![双重多长])曝光度?|曝光补偿"),
  tone("exposure", -1, "underexposed?|欠曝"),
  tone(
    "contrast",
    1,
    "contrast|contrasty|punchier|punchy|punch|(?<=\\b(?:more|some|make it|bit of|add|needs?|with) )pop(?! art)|pop more|对比度|对比|反差|通透",
  ),
  tone(
    "contrast",
    -1,
    "flatter|softer contrast|soft contrast|(?:soften(?: the)?|softer|soft) light(?:ing)?(?! (?:rays|beams|leaks?))|柔和|光线柔和",
  ),
  tone(
    "saturation",
    1,
    "saturation|saturated?|saturating|colou?rful|richer colou?rs|stronger colou?rs|more colou?r|intense colou?rs|colou?r intensity|饱和度|饱和|鲜艳|更艳|浓郁|色彩更?丰富",
  ),
  tone("saturation", -1, "desaturated?|desaturating|去饱和", 0.7),
  tone("saturation", -1, "muted(?: colou?rs)?|duller|dull colou?rs|subdued|不那么鲜艳|素雅|淡雅"),
  tone("vibrance", 1, "vibrance|vibrant|vivid|lively|自然饱和度|生动|鲜活"),
  tone("warmth", 1, "warmer|warm|warmth|warm up|warmer tones?|colou?r temperature|偏暖|暖色调?|偏?暖一?[点些]|更暖|变暖|暖和?|温暖|色温"),
  tone("warmth", -1, "cooler|cool|cool down|colder|cold|chilly|偏冷|冷色调?|偏?冷一?[点些]|更冷|变冷|冷"),
  tone("green–magenta", 1, "magenta tint|more magenta|偏品红|偏洋红"),
  tone("green–magenta", -1, "green tint|more green tint|偏绿"),
  tone("gamma", 1, "gamma|midtones?|mid-tones?|伽马|中间调"),
  tone("shadows", 1, "shadows?|lift shadows|dark areas|阴影|暗部"),
  tone("highlights", -1, "(?:recover|tame|save|pull down)(?: the)? highlights?|压高光|恢复高光|找回高光"),
  tone("highlights", 1, "highlights?|bright areas|高光|亮部"),
  tone("clarity", 1, "clarity|structure|local contrast|detail(?:s|ed)?|texture|清晰度|细节|质感|层次感?"),
  tone("clarity", -1, "dreamy|ethereal|朦胧|梦幻|柔美"),
  look(
    "black and white",
    "monochrome|gr[ae]yscale|b&w|bw|noir|film noir|black-and-white|remove (?:the |all )?colou?rs?(?! (?:cast|noise|fring|tint|shift))|without colou?r(?! (?:cast|noise))|colou?rless|黑白色?|灰度|单色|去色",
  ),
  look("sepia", "sepia|棕褐色|怀旧棕|乌贼墨|褐色调"),
  look("inverted colours", "invert(?:ed)?(?: the)?(?: colou?rs?)?|negative|x-ray|反相|反色|负片|底片|颜色反转|反转颜色"),
  look(
    "vintage",
    "vintage|retro|older|aged|做旧|old (?:photo(?:graph)?|picture)|old-fashioned|antique|nostalgic|(?:old )?postcard|[567]0s(?! cartoon)|19[567]0s|80s|vhs(?: tape)?|camcorder|lomo(?:graphy)?|录像带|复古|港风|怀旧|老照片|旧照片|年代感",
  ),
  look("film", "film look|analogu?e?(?: film)?|film(?: photo(?:graph)?y?)?|kodak|portra|fuji(?:film)?|35 ?mm|胶片感?|胶片风格?|胶卷|菲林"),
  look(
    "golden hour",
    "golden[- ]hour(?: light)?|golden light|sun ?set(?: light(?:ing)?)?|at sunset|evening(?: sun| light)?|late afternoon|warm evening|黄金时刻|黄金时段|日落(?:时分)?|夕阳|黄昏|傍晚|晚霞|落日",
  ),
  look("dawn", "dawn|sun ?rise|early morning|morning light|morning|黎明|日出|清晨|早晨|晨光|朝霞"),
  look("daylight", "day ?light|day ?time|midday|noon|broad day|bright day|during the day|in the day|白天|日光|正午|中午|晴天|大白天"),
  look("night", "night(?:-?time)?|at night|by night|moon ?light|moonlit|midnight|夜晚|夜景|晚上|夜间|夜色|黑夜|月光|深夜|夜"),
  look("blue hour", "(?:at |the )?blue hour|(?:at )?dusk(?: light)?|twilight|nightfall|蓝调时刻|蓝调时分|蓝调时光|暮色|薄暮|入夜时分"),
  look("faded", "faded(?: blacks)?|fade|washed[- ]out|matte(?: finish| look)?|bleached|褪色|哑光|泛白|泛黄"),
  look("high-key", "high[- ]key|airy|bright and airy|clean and bright|高调|明快|清新|小清新|日系"),
  look("pastel colours", "pastel(?: colou?rs?| tones?| palette| look| shades?)?|candy colou?rs|马卡龙色?(?:系|调)?|粉嫩色?|淡彩"),
  look("low-key", "low[- ]key|moody|dramatic|gloomy|gothic|ominous|mysterious|低调|戏剧性?|阴郁|暗黑|忧郁|压抑"),
  look("silhouette", "silhouett(?:es?|ed)|剪影"),
  look(
    "cinematic",
    "cinematic|anamorphic|cinema|(?:like an? )?(?:movie|film) (?:still|frame)|(?:still|frame) from an? (?:[a-z0-9]+ )?(?:film|movie)|movie(?: look)?|teal and orange|like a (?:film|movie)|hollywood|blockbuster|电影感|电影风格|电影(?:剧照|截图|画面)|剧照|电影级?|大片",
  ),
  look("neon", "neon|cyber ?punk|synthwave|vaporwave|blade runner|霓虹|赛博朋克|蒸汽波"),
  look("autumn", "autumn(?:al)?|in the fall|(?<=\\b(?:into|to|like|look|in|season) )fall|fall colou?rs|秋天|秋季|秋日|秋色|秋"),
  look("summer", "(?:lush |green |high |full )*summer(?:y|time)?(?: green)?|盛夏|夏天|夏季|夏日"),
  look("spring", "spring(?:time)?|春天|春季|春日|春色"),
  weather("fog", "fog(?:gy)?|mist(?:y)?|haz[ey]|smog|smok[ey]|大雾|薄雾|起?雾气?|雾蒙蒙|烟雾|霾", "haze removal"),
  weather("snow", "snow(?:y|ing|fall|flakes| ?storm)?|winter(?:y|time)?|wintry|blizzard|下雪|雪景|飘雪|雪花|[大暴]雪|冬天|冬季|冬日|雪"),
  weather("rain", "rain(?:y|ing|fall|drops?)?|drizzl(?:e|y|ing)|downpour|storm(?:y)?|下雨|雨天|雨景|暴雨|大雨|小雨|雨滴|雨|暴风"),
  weather(
    "sunlight",
    "sun ?(?:rays|beams|shine|light)|sunny|god rays|light rays|rays of light|(?:lens|sun) ?flare|light leaks?|阳光|光线照射|光束|丁达尔|镜头光晕|光晕|耶稣光",
  ),
  filter(
    "sharpening",
    "sharpen(?:ed|ing)?|sharper|sharp|sharpness|crisp(?:er)?|in focus|clearer|锐化|锐利|锐度|更清晰|清晰|清楚|锐一?[点些]",
    "blur",
  ),
  filter(
    "blur",
    "blur(?:red|ry|rier|ring)?|soft focus|out of focus|defocus(?:ed)?|bokeh|depth of field|shallow focus|gaussian blur|模糊|虚化|柔焦|景深|散景|失焦",
    "sharpening",
  ),
  filter(
    "motion blur",
    "motion blur|speed blur|panning|moving fast|(?<=\\b(?:add|some|more|with|sense of|feeling of) )(?:motion|movement)|动态模糊|运动模糊|动感模糊|动感|速度感",
  ),
  filter("glow", "glow(?:ing)?|bloom|soft glow|orton|halo|发光|辉光|柔光|光辉"),
  filter("vignette", "vignett(?:e|ing)|dark(?:er)? (?:corners|edges)|darken the (?:edges|corners)|暗角|晕影|压暗四角|四角压暗"),
  filter("grain", "grain(?:y)?|film grain|noise|noisy|grit(?:ty)?|颗粒感?|胶片颗粒|噪点|噪声", "noise reduction"),
  filter(
    "noise reduction",
    "de-?nois(?:e|ed|ing)|noise reduction|(?:remove|reduce)(?: the)? (?:noise|grain)|smooth(?:er)?(?: skin)?|smooth out|降噪|去噪|去除噪点|去噪点|磨皮|平滑|光滑",
  ),
  filter(
    "haze removal",
    "dehaz(?:e|ed|ing)|de-haze|defog|(?:remove|clear|cut|reduce|get rid of|lift|no|without)(?: the| all)?(?: away)? (?:haze|fog|mist|smog)|去雾|去除雾气?|去霾|(?:去掉|去除|减少|消除)?灰蒙蒙(?:的感觉)?|除雾|去掉雾气?",
  ),
  filter("HDR look", "hdr(?: look| effect| style)?|high dynamic range|tone-?mapp(?:ed|ing)|高动态范围|hdr效果"),
  filter(
    "white balance",
    "white[- ]balance|(?:fix|correct|neutrali[sz]e|remove)(?: the)? (?:(?:[a-z]+ )?(?:colou?r )?cast|colou?rs?)|neutral colou?rs|colou?r correct(?:ion|ed)?|(?:校正)?白平衡|校正颜色|校色|偏色校正|修正偏色|去除偏色",
  ),
  filter(
    "automatic levels",
    "auto(?:matic)?[- ]?(?:levels?|enhance|fix|correct(?:ion)?|contrast|tone)?|enhance|improve|make it (?:look )?(?:better|nicer|professional)|touch up|retouch|more professional|look better|beautify|优化|增强|美化|自动(?:色阶|调整|增强)?|更好看|好看|修图",
  ),
  filter("tilt-shift", "tilt[- ]?shift|miniature|toy town|diorama|移轴|微缩|小人国"),
  filter("posterising", "posteri[sz](?:e|ed|ing)|flat colou?rs|fewer colou?rs|色调分离|颜色分离|色块"),
  style(
    "cartoon",
    "(?:90s |1990s |80s |disney |pixar )?(?:cartoon(?:ish|y|if(?:y|ied))?|toon)(?: style)?|cel[- ]shad(?:ed|ing)|animated|animation|vector (?:art|illustration)|illustration|赛璐[璐珞]风?|90年代(?:的)?(?:卡通|动画)|卡通画?|动画片?|插画",
  ),
  style("comic", "comic(?:s| book| strip)?|graphic novel|marvel|manga|漫画书?|连环画|美漫|(?:90年代的?)?港漫|国漫"),
  style("anime", "anime|(?:studio )?ghibli(?: film| movie)?|miyazaki|japanese animation|动漫|吉卜力|宫崎骏|二次元|日漫"),
  style("poster", "poster|screen ?print|silk ?screen|travel poster|warhol|pop[- ]art|海报|丝网|波普艺术?"),
  style("pencil sketch", "pencil(?: sketch| drawing)?|sketch(?:ed)?|(?:hand[- ])?drawn|drawing|graphite|素描|铅笔画?|手绘|速写"),
  style(
    "coloured pencil",
    "colou?red[- ]pencils?|colou?r pencils?|crayons?|pastels|pastel chalks?(?: drawing)?|(?:soft |oil |chalk )?pastel (?:drawing|sketch|painting)|彩铅|彩色铅笔|蜡笔画?|粉彩",
  ),
  style("charcoal", "charcoal|chalk|炭笔|木炭画?|炭精"),
  style(
    "ink drawing",
    "ink(?: drawing| sketch)?|line (?:art|drawing)|lineart|pen (?:and ink|drawing)|engraving|etching|wood(?:cut|block)(?:[- ]print)?|lino(?:cut|[- ]?print)|block print|木刻|麻胶版画|线稿|线描|钢笔画?|版画|线条画|墨线",
  ),
  style(
    "colour woodcut",
    "ukiyo-?e(?: wood ?block)?(?: print)?|(?:hokusai|hiroshige)(?: prints?)?|japanese (?:wood ?(?:block|cut)|print)(?: print)?|(?:colou?r|colou?red) wood(?:cut|block)(?: print)?|日?(?:式|本)?浮世绘(?:木刻)?(?:版画)?|葛饰北斋|北斋|套色版画|日[式本]版画",
  ),
  style(
    "oil painting",
    "gouache|tempera|水粉画?|丙烯画?|oil(?:[- ]paint(?:ing|ed)?)?|(?:acrylic |impressionist |classical )?paint(?:ing|ed)|impressionis[mt](?:ic)?|van gogh|monet|rembrandt|brush ?strokes|油画|印象派|绘画|梵高|莫奈|笔触",
  ),
  style("watercolour", "water ?colou?r(?: paint(?:ing)?)?|aquarelle|水彩画?"),
  style("pixel art", "pixel(?: ?art|ated?|ation|i[sz]e)?|(?:8|16)[- ]bit|retro game|像素画?|像素风格?|像素化|马赛克化"),
  style("halftone", "half-?tones?(?: dots?)?|newspaper(?: print)?|newsprint|dots? pattern|半调|网点|报纸"),
  style("mosaic", "mosaic|stained glass|low[- ]?poly|tiles|马赛克|彩色玻璃|低多边形"),
];

export const lessWords =
  /\b(?:less|low|reduc\w*|crush\w*|kill|halve|decreas\w*|lower\w*|lessen|drop|tone down|turn down|bring down|weaker|remove|without|no more|fewer|cut|minimi[sz]e|soften|get rid of|no)\b|□\s*(?:way |right |a bit |a little |slightly )?down\b|降|减少|减弱|调低|压|减轻|少一点|少些|减小|去掉|去除|移除|不要那么|没那么|别那么|低|弱一?[点些]|低一?[点些]|减(?=\s*\d)/u;
export const moreWords =
  /\b(?:more|increas\w*|rais\w*|boost\w*|higher?|add|stronger|up|lift|recover|open)\b|增加|提高|加强|增强|提升|更|加/u;
