/** The words of places and of what is told of them, in English and Chinese. */
import { type SceneRow, setting, thing, trait } from "./word-rows.ts";

/** Streets to stand in, and what tells whose they are. */
const oldTowns =
  "narrow alleys?|narrow streets?|italian alleys?|italian streets?|old town|cobblestone streets?|cobbled streets?|cobblestones?|cobbled|european streets?|european town|medieval|paris street|london street|lisbon|prague|rome|florence|vienna|edinburgh|amsterdam|porto|布拉格|罗马|小镇街道|小城街道|小镇|小城|老城|欧洲小镇|欧式小镇|石子路|鹅卵石路";
const oldChina = "老街|古街|古巷|老巷|胡同|弄堂|青石板路?|石板路|石板街";
const streets = `street|streets|小镇街道|小城街道|alley|alleyway|back alley|narrow lane|街道|街头|街巷|小巷|巷子|巷|夜市|${oldTowns}|${oldChina}`;

const harbours =
  "fishing harbou?rs?|fishing ports?|harbou?rs?|harbou?r town|harbou?rside|marinas?|seaports?|quays?|quayside|docks?|wharf|渔港|渔人码头|海港|港口|港湾|码头";

export const sceneWords: readonly SceneRow[] = [
  setting(
    "water town",
    "water ?towns?|canal towns?|canals?|jiangnan|suzhou|wuzhen|江南水乡|水乡|江南|白墙黑瓦|粉墙黛瓦|白墙|黑瓦|黛瓦|古镇|乌镇|周庄|苏州|威尼斯|venice|小桥流水",
  ),
  setting("water town", harbours),
  trait("harbour", harbours),
  trait("sails", "sailboats?|sailing boats?|sailing|yachts?|帆船"),
  trait("pier", "piers?|wooden piers?|jetty|jetties|wooden jetty|wooden docks?|lake dock|栈桥|木栈道|栈道|木栈桥|木码头"),
  setting(
    "lake",
    "karst|karsts|guilin|yangshuo|li river|ha ?long bay|limestone peaks|limestone towers|桂林山水|桂林|漓江|阳朔|喀斯特|下龙湾",
  ),
  trait(
    "karst",
    "karst|karsts|guilin|yangshuo|li river|ha ?long bay|limestone peaks|limestone towers|桂林山水|桂林|漓江|阳朔|喀斯特|下龙湾",
  ),
  trait("island", "islands?|islets?|atolls?|archipelago|海岛|小岛|岛屿|群岛|孤岛|岛"),
  trait(
    "sunbeams",
    "sun ?beams?|sun ?rays?|god ?rays?|light ?rays?|rays of light|rays of sun(?:light)?|shafts? of light|shafts? of sunlight|beams of light|阳光穿过|光束|丁达尔",
  ),
  setting("forest", "redwoods?|spruces?|杉树林|针叶林|红杉"),
  trait("venetian", "venice|威尼斯"),
  setting(
    "sea",
    "sea|ocean|coast|shore|seaside|seascape|bay|lagoon|islands?|islets?|atolls?|archipelago|海岛|小岛|岛屿|群岛|孤岛|岛|大海|海洋|海浪|海边|海面|海|波浪|海岸|海滨|沧海",
  ),
  setting(
    "sea",
    "beach|sand beach|sandy beach|white sands?|black sand|golden sands?|black sand beach|white sand beach|tropical beach|palm beach|seashore|海滩|沙滩",
  ),
  trait(
    "beach",
    "beach|sand beach|sandy beach|white sands?|black sand|golden sands?|black sand beach|white sand beach|tropical beach|palm beach|seashore|海滩|沙滩",
  ),
  setting(
    "lake",
    "lakes?|ponds?|fjords?|loch|湖泊|湖面|湖边|湖|江面|江边|山水|峡湾|荷塘|荷花池|莲花池|荷池|池塘|莲池|水塘|lotus ponds?|lily ponds?",
  ),
  setting(
    "mountains",
    "mountains?|ridges?|ridgelines?|mountain ridges?|山脊|mount|mt fuji|mount fuji|fuji|fujiyama|volcano(?:es)?|富士山|火山(?!沙)|alps|alpine|阿尔卑斯山?|山脚|山村|peaks?|cliffs?|valley|volcano|cloud inversion|above the clouds|sea of clouds|雪山|山脉|高山|山峰|群山|山谷|山峦|远山|云海|峡谷|山",
  ),
  setting(
    "forest",
    "forest|woods|jungle|pines?|pine trees|woodland|bamboo|bamboo forest|bamboo grove|森林|树林|丛林|松树林|松林|竹林|竹子|竹",
  ),
  trait(
    "broadleaf",
    "woods|woodland|oak woods?|birch|birches|birch forest|birch trees|aspens?|树林|sunlit woods|beech|beeches|beech forest|deciduous|broadleaf|broad leaves|oak forest|sunlit forest|summer forest|spring forest|green forest|forest in summer|forest in spring|leafy|阔叶林?|榉树林?|橡树林|白桦林?|桦树林?|桦林|夏日森林|春天的森林|林荫|林间|密林",
  ),
  trait("birches", "birch|birches|birch forest|birch trees|aspens?|白桦林?|桦树林?|桦林"),
  setting("forest", "beech|beeches|beech forest|birches|birch forest|白桦林?|桦树林?|桦林|林间|密林|阔叶林?"),
  trait("hoarfrost", "hoarfrost|rime|frosted trees|雾凇|树挂"),
  setting("forest", "frosted trees|雾凇|树挂"),
  setting("snow", "hoarfrost|rime|frosted trees|雾凇|树挂"),
  setting("desert", "mars surface|surface of mars|martian|martian landscape|火星表面|火星地表|火星地貌"),
  trait("white sand", "white sands?|white sand beach|白色沙滩|白沙滩|白沙"),
  setting("sea", "白色沙滩|白沙滩"),
  setting("sea", "fishing villages?|seaside towns?|coastal towns?|coastal|海边的?小?镇|海滨小镇|渔村"),
  trait("beach", "白色沙滩|白沙滩"),
  trait("black sand", "black sand|black sands|black sand beach|volcanic beach|volcanic sand|volcanic black sand|黑沙滩?|火山沙"),
  trait("many colours", "colou?rful|colou?red|multi-?colou?red|rainbow-colou?red|彩色|五彩|七彩|缤纷|多彩"),
  trait("cone", "mount fuji|mt fuji|fuji|fujiyama|volcano(?:es)?|富士山|火山(?!沙)"),
  trait("cypress", "cypress(?:es)?|cypress trees?|tuscan|tuscany|柏树|丝柏|托斯卡纳"),
  setting("meadow", "tuscan|tuscany|托斯卡纳|provence|普罗旺斯"),
  trait(
    "mesas",
    "mars surface|surface of mars|martian|martian landscape|火星表面|火星地表|火星地貌|canyons?|grand canyon|mesas?|badlands|red rocks?|buttes?|monument valley|sandstone|大峡谷|丹霞|雅丹|红岩",
  ),
  setting("desert", "grand canyon|red rocks?|buttes?|monument valley|大峡谷|丹霞|雅丹|红岩"),
  trait("synthwave", "synthwave|retrowave|vapou?rwave|outrun|蒸汽波|合成波|复古未来"),
  trait("conifers", "pines?|pine trees|firs?|fir trees|spruces?|conifers?|larch|redwoods?|松树林|松林|松树|杉树|针叶林"),
  setting("desert", "desert|dunes?|sahara|sand|canyons?|mesas?|badlands|大漠|沙漠|沙丘|戈壁"),
  setting(
    "city",
    "city|cityscape|skyline|skyscrapers?|buildings?|street|downtown|cyberpunk|tokyo|shanghai|new york|manhattan|hong kong|lisbon|paris|london|chicago|metropolis|外滩|上海|北京|东京|香港|城市|都市|高楼大厦|高楼|大厦|街道|摩天楼|天际线|赛博朋克",
  ),
  trait("skyline", "skyline|cityscape|skyscrapers?|天际线|外滩|摩天楼|高楼大厦|大厦"),
  trait("hiker", "hikers?|backpackers?|travell?ers?|wanderers?|mountaineers?|登山者|徒步者?|旅人|背包客"),
  trait("couple", "couple(?! of)|couples|lovers|情侣|恋人|夫妻"),
  trait("silhouette", "silhouettes?|silhouetted|剪影"),
  trait("glass", "glass vases?|glass bottles?|crystal vases?|玻璃花瓶|玻璃瓶"),
  trait("rowing boat", "rowing boats?|row ?boats?|canoes?|kayaks?|fishing boats?|wooden boats?|一叶扁舟|一叶小舟|扁舟|小舟|渔舟|渔船|舟"),
  setting("city", "city lights|lights of the city|lights of a city|城市的?灯[光火]"),
  setting("city", streets),
  trait("street", streets),
  trait("wet", "wet|puddles?|rain-soaked|湿漉漉|湿润|积水|水洼"),
  trait("old town", oldTowns),
  trait("old china", oldChina),
  trait("white walls", "江南|白墙|粉墙黛瓦|粉墙|徽派建筑?|苏州"),
  setting(
    "meadow",
    "rows of lavender|rows of tulips|rows of sunflowers|lavender rows|tulip rows|lavender hills?|lavender meadows?|lavender farms?|lavender fields?|poppy fields?|fields? of lavender|fields? of poppies|canola fields?|rapeseed fields?|薰衣草花?[田海]|油菜花[田海]?|meadow|hills?|hilltops?|hillside|pasture|fields?|grass|prairie|garden|park|farm|countryside|wheat ?fields?|wheat|barley|cornfields?|rice fields?|rice paddy|rice paddies|rice terraces?|steppe|savannah?|wildflowers|flower field|tulip fields?|fields? of tulips|sunflower fields?|fields? of sunflowers|向日葵花?[田海]|郁金香花?[田海]|wheat ears?|ears of wheat|ears of grain|麦田|麦浪|麦穗|麦子|稻穗|稻田|梯田|原野|田间|花田|草地|草原|山丘|丘陵|田野|花园|花海|田园|乡村",
  ),
  setting(
    "snow",
    "snowfields?|snow|snowy|frozen|winter|arctic|ice|icy|ice fields?|ice plains?|tundra|glacier|冬日|冰原|雪山|雪地|雪景|冬天|冬季|冰川|雪",
  ),
  setting(
    "sky",
    "夜空|sky|clouds?|heaven|cumulus|cumulus clouds|towering clouds|puffy clouds|fluffy clouds|白云|积云|蓝天|天空|云海|云朵|云层|云",
  ),
  setting("space", "space|outer space|galaxy|nebula|cosmos|universe|宇宙|太空|星系|星云"),
  setting(
    "table",
    "food|food photography|still life|product shot|studio|dessert|table|tasty|fruits?|美食|静物|甜点|大理石桌面?|石桌|木桌子?|木桌面|桌子|桌布|桌|水果",
  ),
  trait("window", "window shadows?|窗影|光影|window ?sills?|by the windows?|windows?|窗台|窗边|窗前|窗外|窗户|窗"),
  trait(
    "from above",
    "drone shot|drone|from the air|from a plane|from the sky|aerial|aerial view|aerial shot|top view|top-down|from above|overhead|flat lay|bird's eye view|从空中俯?[瞰看拍视]?|从高空|从上方|俯瞰|俯视|俯拍|航拍|鸟瞰|平铺",
  ),
  trait("avenue", "avenues?|tree-lined|lined with trees|大道|林荫道|林荫大道|林荫路|行道树"),
  trait("path", "tree-lined|lined with trees|林荫道|林荫大道|林荫路|行道树"),
  trait("ginkgo", "ginkgo|ginkgo trees?|ginkgo leaves|银杏树?|银杏叶|银杏林"),
  setting("forest", "ginkgo forest|银杏林"),
  trait("path", "paths?|trails?|roads?|avenues?|highways?|小路|小径|道路|公路|大道|路(?!灯)"),
  trait("moonless", "moonless"),
  trait(
    "tall grass",
    "tall grass|long grass|high grass|tall grasses|wild grass|wild grasses|pampas|reeds|blades of grass|grass close up|高草|长草|草丛|野草|芦苇荡?|狗尾草",
  ),
  setting(
    "meadow",
    "tall grass|long grass|high grass|tall grasses|wild grass|wild grasses|pampas|blades of grass|grass close up|高草|长草|草丛|野草|狗尾草",
  ),
  trait("alpenglow", "alpenglow|日照金山|金山|golden peaks?|glowing peaks?"),
  setting("mountains", "matterhorn|mont blanc|everest|珠峰|珠穆朗玛峰?|雪峰|alpenglow|日照金山|金山"),
  setting("snow", "matterhorn|mont blanc|everest|珠峰|珠穆朗玛峰?|雪峰|alpenglow|日照金山|金山"),
  trait("golden peaks", "日照金山|金山|golden peaks?|glowing peaks?"),
  trait("pale moon", "皎洁的?|银白色?的?|清冷的?|pale moon|pale full moon|silver moon|silvery moon|white moon|white full moon"),
  thing("moon", "pale moon|pale full moon|silver moon|silvery moon|white moon|white full moon"),
  trait("jungle", "jungle|rain ?forest|tropical forest|tropical jungle|丛林|雨林|热带雨林|热带丛林"),
  setting("forest", "rain ?forest|tropical forest|tropical jungle|雨林|热带雨林|热带丛林"),
  trait("bamboo", "bamboo|bamboo forest|bamboo grove|竹林|竹子|竹海|竹"),
  trait("river", "rivers?|streams?|creeks?|brooks?|小溪|溪流|溪水|河流|河面|小河|河"),
  trait("waterfall", "waterfalls?|cascades?|瀑布"),
  setting("forest", "waterfalls?|cascades?|瀑布"),
  trait("petals", "petals?|rose petals|flower petals|花瓣"),
  trait(
    "branches",
    "桂花枝头?|桂花树枝|桂枝|桂花飘香|桂花香|桂花树?|osmanthus|osmanthus branch|osmanthus branches|branch|branches|sprigs?|twigs?|boughs?|cherry blossom branch|cherry blossom branches|plum blossom branch|blossom branch|blossom branches|枝头|枝条|花枝|梅枝|樱花枝|桃枝|枝",
  ),
  trait("osmanthus", "桂花枝头?|桂花树枝|桂枝|桂花飘香|桂花香|桂花树?|osmanthus|osmanthus branch|osmanthus branches"),
  trait(
    "blossom",
    "桂花枝头?|桂花树枝|桂枝|桂花飘香|桂花香|桂花树?|osmanthus|osmanthus branch|osmanthus branches|cherry blossom branch|cherry blossom branches|plum blossom branch|blossom branch|blossom branches|樱花枝|梅枝|桃枝|花枝",
  ),
  trait("smoke", "smoke|smoky|smoke swirls|烟雾|(?<!孤)烟"),
  trait("pastel", "pastel|pastels|pastel colou?rs?|pastel tones?|macaron|马卡龙色?|粉彩"),
  trait("suspension", "suspension bridge|golden gate|cable-stayed bridge|吊桥|大桥"),
  trait("wooden bridge", "wooden bridge|wood bridge|footbridge|木桥|小木桥"),
  trait("cloud sea", "cloud inversion|above the clouds|sea of clouds|云海"),
  trait("lily pads", "lotus ponds?|lily ponds?|lily pads?|lotus leaves|荷塘|荷花池|莲花池|荷池|荷叶|莲池|睡莲|荷花"),
  trait("kraft", "kraft|kraft paper|牛皮纸"),
  setting("paper", "kraft paper|牛皮纸"),
  trait(
    "flat",
    "flat illustrations?|flat design|flat style|flat colou?rs?|flat|vector|vector art|扁平风格|扁平化|扁平|扁平插画|矢量|极简风景",
  ),
  trait("dew", "dew|dew ?drops|drops|droplets|water drops|raindrops|露珠|露水|水珠|水滴|雨滴"),
  trait("monstera", "monstera|monstera leaf|monstera leaves|龟背竹叶?"),
  trait("palm leaves", "palm leaf|palm leaves|palm fronds?|areca palm|棕榈叶"),
  trait(
    "foliage",
    "monstera|monstera leaf|monstera leaves|palm leaf|palm leaves|palm fronds?|areca palm|tropical leaf|tropical leaves|tropical foliage|jungle leaf|jungle leaves|jungle foliage|exotic leaf|exotic leaves|banana leaf|banana leaves|botanical background|tropical plants|龟背竹叶?|棕榈叶|芭蕉叶?|热带植物|热带叶子|热带树叶|热带绿植",
  ),
  setting(
    "leaf",
    "monstera|monstera leaf|monstera leaves|palm leaf|palm leaves|palm fronds?|areca palm|tropical leaf|tropical leaves|jungle leaf|jungle leaves|exotic leaf|exotic leaves|banana leaf|banana leaves|tropical foliage|jungle foliage|botanical background|tropical plants|龟背竹叶?|棕榈叶|芭蕉叶?|热带植物|热带叶子|热带树叶|热带绿植",
  ),
  trait(
    "rough sea",
    "ocean waves|sea waves|breaking waves|waves breaking|waves crashing|surf|浪花|海浪|rough seas?|stormy seas?|huge waves|giant waves|big waves|crashing waves|storm waves|raging sea|stormy ocean|巨浪|惊涛|惊涛骇浪|汹涌|波涛|大浪",
  ),
  setting(
    "sea",
    "ocean waves|sea waves|breaking waves|waves breaking|waves crashing|surf|浪花|海浪|rough seas?|stormy seas?|huge waves|giant waves|big waves|crashing waves|storm waves|raging sea|stormy ocean|巨浪|惊涛|惊涛骇浪|波涛|大浪",
  ),
  setting("leaf", "leaf|leaves|foliage|叶子|叶片|绿叶|树叶"),
  trait("fireworks", "fireworks?|烟花|焰火|烟火"),
  setting("bokeh", "diwali|party|parties|celebration|stage|concert|disco|nightclub|排灯节|派对|舞台|演唱会"),
  trait("fairy lights", "christmas|golden lights|fairy lights|christmas lights|string lights|圣诞节?|彩灯"),
  setting("snow", "christmas|圣诞节?|fir trees?|枞树"),
  trait("great moon", "halloween|万圣节"),
  trait("harvest moon", "mid-autumn|mid-autumn festival|中秋节?|中秋佳节"),
  setting("festive", "chinese new year|lunar new year|spring festival|lantern festival|春节|新年|新春|除夕|元宵节?|国庆节?|过年"),
  trait("grain", "grainy|grain|grain texture|noisy|noise texture|film grain|颗粒感?|颗粒质感|噪点"),
  trait("aged", "old parchment|parchment|papyrus|old paper|aged paper|vintage paper|antique paper|aged|羊皮纸|旧纸张?|泛黄的?纸张?|做旧"),
  setting("paper", "old parchment|old paper|aged paper|vintage paper|antique paper|旧纸张?|泛黄的?纸张?"),
  trait("torn", "torn|ripped|撕边|撕裂|撕纸"),
  trait("cumulus", "cumulus|cumulus clouds|towering clouds|puffy clouds|fluffy clouds|白云|积云|棉花云"),
  trait("disc", "circle|disc|disk|round sun|圆|圆形"),
  trait(
    "wildflowers",
    "rows of lavender|rows of tulips|rows of sunflowers|lavender rows|tulip rows|fields? of [a-z]+ poppies|fields? of [a-z]+ tulips|fields? of daisies|sunflower fields?|fields? of sunflowers|向日葵花?[田海]|lavender hills?|lavender meadows?|lavender farms?|lavender fields?|poppy fields?|fields? of lavender|fields? of poppies|canola fields?|rapeseed fields?|薰衣草花?[田海]|油菜花[田海]?|wildflowers|wildflower|flower field|field of flowers|tulip fields?|fields? of tulips|郁金香花?[田海]|flowers|花海|野花|花田",
  ),
  trait(
    "autumn",
    "落叶|银杏叶|银杏林|银杏树?|枫叶林?|枫林|枫树|maples?|maple trees|maple leaves|ginkgo|ginkgo trees?|ginkgo leaves|(?<!mid-)autumn|autumnal|fall foliage|fall colou?rs|秋天|秋季|秋日|秋叶|红叶|秋",
  ),
  trait(
    "blossom",
    "plum blossoms?|peach blossoms?|apple blossoms?|almond blossoms?|梅花|桃花|梨花|杏花|梅|cherry blossoms?|blossoms?|sakura|樱花树|樱花",
  ),
  trait("neon", "neon|neon lights|neon signs?|cyberpunk|霓虹灯|霓虹|赛博朋克"),
  trait("milky way", "milky way|galaxy|银河"),
  trait("earth", "earth|地球"),
  trait("rings", "ringed planet|saturn|rings?|ringed|土星环?|光环|行星环"),
  trait(
    "great moon",
    "huge moon|giant moon|enormous moon|big moon|large moon|supermoon|super moon|huge full moon|giant full moon|big full moon|large full moon|巨大的月亮|巨大月亮|大月亮|超级月亮|巨大的圆月|巨大的明月|巨大的满月|巨月|大圆月",
  ),
  trait("crescent", "crescent|crescent moon|月牙|弯月|新月"),
];
