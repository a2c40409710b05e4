/** What stands between the things of a prompt: words about the picture as a picture, what is not wanted, and glue. */

/** Gone before anything is looked for: 海报 (poster) holds 海 (sea), 手机壁纸 (a phone's wallpaper) holds 纸 (paper). */
const aboutThePicture =
  /海报|文字|字样|标题|写着|上面写|高清|插画|摄影|(?:手机|电脑|桌面)?壁纸|贺卡|卡片|横幅|封面|产品展示|产品摄影|产品图|横版|竖版|背景板|桌面背景|(?:book|album|magazine|cd|vinyl|record|phone|mobile|desktop|web|website|greeting|business)[ -](?:covers?|cards?|wallpapers?|banners?|backdrops?|backgrounds?|posters?|screens?)|(?<![a-z])glass (?=bowl|jar)/gu;

/** Where the picture is to be empty, and what it will be used for, are no things in it. */
const roomOnASide =
  /(?:(?:lots|plenty) of )?(?:(?:negative|copy|empty|blank|white|free) space|(?:room|space)(?= for (?:an? |the )?(?:text|copy|title|words|headline|logo)))(?: for (?:an? |the )?(?:text|copy|title|words|headline|logo))?(?: (?:on|at|to|in))?(?: the)? (?<en>left|right)(?: side)?|(?:the )?(?<side>left|right)(?: side)? (?:is )?(?:left )?(?:empty|blank|free)|(?<zh>[左右])(?:侧|边|方|半边|部)?(?:大面积|大量)?(?:留白|留空|空白)|(?:留白|留空)[在于](?<after>[左右])(?:侧|边|方|半边|部)?/u;
const roomAnywhere =
  /(?:(?:with |and )?(?:lots|plenty|some) of )?(?:negative|copy|empty|blank|white|free) space(?: (?:at|on|in) the (?:top|bottom|middle|centre|center))?|(?:上方|下方|上部|下部|顶部|底部|中间|大面积|大量)?(?:留白|留空)|for (?:the )?(?:text|copy|title|headline)|放文字|放标题/gu;
const forWhom =
  /\bfor (?:an?|the|my|our|your) (?:[a-z-]+ ){0,3}?(?:brand|company|shop|store|cafe|café|bakery|restaurant|startup|app|blog|podcast|label|packaging|menu|business|website|site|event|bar|hotel|spa)\b/gu;

/** Which side was to be kept free. */
export function readRoom(told: string): "left" | "right" | undefined {
  const groups = roomOnASide.exec(told)?.groups;
  const side = groups?.en ?? groups?.side ?? groups?.zh ?? groups?.after;
  if (side === undefined) return undefined;
  return side === "left" || side === "左" ? "left" : "right";
}

const noClouds = /\b(?:no|without(?: any)?) clouds?\b|没有云朵?|无云/gu;
/** They say nothing of the sky's colour: over a golden field it is blue. 白云 is a word by itself. */
const whiteOfClouds = /\bwhite (?=(?:[a-z]+ )?clouds?\b)|[洁雪]?白色?的(?=云)/gu;
const noMoon = /\b(?:no|without(?: a| any)?) moon\b|没有月亮|无月/gu;
const notWanted =
  /\b(?:no|without(?: any)?)\s+[a-z]+(?:\s*(?:,|,?\s+(?:or|and))\s+no\s+[a-z]+)*(?:\s+or\s+[a-z]+)?|(?:没有|不要|无(?![缝限边尽垠]))(?:任何)?(?:[人车字雪雨雾]|人物|文字|建筑|动物|[\u4e00-\u9fff]{2})/gu;

/** Lower case; what is not wanted goes, so that nobody paints the clouds of "no clouds". */
export function withoutAsides(told: string): string {
  return told
    .replace(roomOnASide, " ")
    .replace(roomAnywhere, " ")
    .replace(forWhom, " ")
    .replace(aboutThePicture, " ")
    .replace(noClouds, " cloudless ")
    .replace(whiteOfClouds, "")
    .replace(noMoon, " moonless ")
    .replace(notWanted, " ");
}

const glue =
  /^(?:an?|sci-fi|science|fiction|skincare|blanket|picnic|shadows?|giant|faint|subtle|after|during|while|it|tropical|festive|sky|the|of|in|on|at|with|and|or|named|called|letters|lettering|over|under|above|below|by|near|next|to|from|for|into|behind|before|through|along|across|between|around|inside|its?|his|her|their|is|are|lush|thick|dense|long|exposure|thin|mesh|music|travel|landing|page|email|jazz|sale|scottish|highlands|exposed|loft|industrial|website|web|falling|winding|scandinavian|halloween|synthwave|menu|podcast|wedding|nordic|muted|against|wash|natural|rural|urban|fresh|crisp|bare|soft-focus|capped|swaying|rippled|backlit|backlight|backlighting|rough|icy|brand|surface|sticking|rising|big|great|bold|heavy|light|pale|ringed|suspension|wooden|stone|golden|sunny|lit|ground|vista|panorama|panoramic|very|some|many|few|several|little|small|big|large|huge|tiny|beautiful|pretty|stunning|gorgeous|amazing|nice|calm|quiet|peaceful|serene|dramatic|epic|moody|soft|bright|warm|cool|cold|deep|high|low|detailed?|detail|hd|4k|8k|uhd|quality|resolution|ultra|realistic|photorealistic|photo|photograph|photography|picture|image|poster|painting|illustration|art|artwork|drawing|style|view|scene|scenery|landscape|background|backdrop|wallpaper|wide|shot|close|up|light|lights|lighting|spelling|out|words?|text|saying|says|written|reads?|that|which|front|seen|reflections?|reflected|reflecting|veins?|colou?rs?|coloured|colorful|colourful|minimal|minimalist|minimalistic|simple|clean|elegant|texture|textured|modern|vintage|dreamy|cinematic|make|create|generate|draw|paint|show|one|two|three|delicious|tall|old|new|distant|floating|flying|standing|rising|setting|full|please|blue sky|waves?|rolling|lit|glowing|shining)$/u;
/** Counts, moods, kinds of picture, and how a thing stands: nothing of it is a thing that would be missed. */
const moreGlue =
  /^(?:foreground|dewy|wind|windy|breeze|italy|italian|greek|norwegian|mysterious|looking|walking|crossing|climbing|strolling|headlands?|clifftops?|cape|promontory|afternoon|moored|anchored|docked|bobbing|futuristic|valleys|delicate|lines|middle|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|pair|couple|lots|half|both|trio|single|phone|mobile|album|cover|card|banner|web|website|header|hero|flyer|invitation|postcard|print|lonely|lone|solitary|cozy|cosy|rustic|romantic|magical|mystical|ethereal|tranquil|fresh|ripe|sunlit|majestic|vast|empty|blurred|blurry|round|gentle|gently|meeting|covered|surrounded|filled|product|cosmetics?|mockup|copy|space|side|fading|european|isolated|horizon|atmosphere|atmospheric|mood|composition|overhead|top|aerial|close-up|closeup|macro|graphic|design|designer|season|time|early|late|flat|lay|studio|shot|vibrant|pastel|sandy|rocky|grassy|snow-covered|snow-capped|ancient|traditional|classic|luxury|premium|pure|plain|smooth|hanging|lying|sitting|placed|surface|festival|holiday|celebration|national|happy|merry|year|counter|tabletop|desk|tablecloth|linen|cloth|shop|store|outside|outdoors|bunch|kitchen|where|there|has|have|having|as|like|each|other|their|them|this|these|those|my|our|your)$/u;

/** Chinese writes no spaces: these go wherever they stand, before what is left is said to be missing. */
const chineseAsides =
  /走在|走过|行走|漫步|穿越|攀登|海岬|岬角|峭壁|停泊|停靠|泊着|笼罩|缭绕|脚下|网站|背景图|底图|的光|浅色|工业风|金纹|满地|专辑|封面|科幻|投影|若隐若现|反光|电影|音乐节?|午后|之上|[瓷颗]|粗糙|新中式|畔|小店|满天|产品|中国风|国潮风?|国风|古风|日式|未来感?|科技感?|科幻感?|端午节?|元旦|适合菜单|适合|丰收|印章|菜单|中国|夏夜|月光|晨光|氛围|大片|许多|很多|彩色|五彩|远处的|两岸|从悬崖上|悬崖|落下|氛围|画面感|色调|配色|三色|双色|岸边|字母|路灯|护肤品|化妆品|商品|北欧|节日氛围|(?<=球|灯|乐)节|孤独|孤零零|宁静|安静|平静|静谧|美丽|温馨|浪漫|梦幻|唯美|极简|简约|简单|高级感?|质感|氛围感?|风格|风景|纹理|脉络|倒影|倒映|西下|升起|飞过|飞翔|飘着|飘|挂着?|映照|映在|远处|近处|远方|前景|背景|画面|构图|光线|柔光|柔和|温暖|明亮|淡雅|清新|俯视|俯拍|航拍|鸟瞰|特写|微距|蜿蜒|穿过|近景|远景|节日|快乐|传统|古老|古典|现代|木质|空的?|虚化|模糊|满是|开满|铺满|长满|覆盖|旁边?|边上?|前面|后面|之间|中间|天气|季节|早上|上午|下午|时分|时候|圆圆|灯光/gu;
const chineseGlue =
  /^[晨夏春的了在和与上下里中一个座只片有是着张幅画艘朵棵辆条间大小美丽背景风景照片请生成放摆两三四五六七八九十几把杯瓶束轮枚面后前地处图底]+|[的了在和与上下里中一个座只片有是着张幅画两三四五几把杯轮面后前地处图底]+$/gu;

/** The words nothing was found for. */
export function leftOver(rest: string): readonly string[] {
  return (rest.replace(chineseAsides, " ").match(/[a-z][a-z'-]+|[\u4e00-\u9fff]+/gu) ?? [])
    .map((word) => word.replace(chineseGlue, ""))
    .filter((word) => word !== "" && !glue.test(word) && !moreGlue.test(word));
}
