/** The words of a painted scene, in English and Chinese. Phrases are separated by "|". */
import type { FlowerKind, Hour, PatternKind, Setting, Style, ThingName, Trait, Weather } from "./scene.ts";

export type SceneMeaning =
  | { readonly kind: "setting"; readonly is: Setting }
  | { readonly kind: "hour"; readonly is: Hour }
  | { readonly kind: "weather"; readonly is: Weather }
  | { readonly kind: "trait"; readonly is: Trait }
  | { readonly kind: "style"; readonly is: Style }
  | { readonly kind: "pattern"; readonly is: PatternKind }
  | { readonly kind: "flower"; readonly is: FlowerKind }
  | { readonly kind: "thing"; readonly is: ThingName };

export interface SceneRow {
  readonly words: string;
  readonly means: SceneMeaning;
}

const setting = (is: Setting, words: string): SceneRow => ({ words, means: { kind: "setting", is } });
const hour = (is: Hour, words: string): SceneRow => ({ words, means: { kind: "hour", is } });
const weather = (is: Weather, words: string): SceneRow => ({ words, means: { kind: "weather", is } });
const trait = (is: Trait, words: string): SceneRow => ({ words, means: { kind: "trait", is } });
const style = (is: Style, words: string): SceneRow => ({ words, means: { kind: "style", is } });
const pattern = (is: PatternKind, words: string): SceneRow => ({ words, means: { kind: "pattern", is } });
const flower = (is: FlowerKind, words: string): SceneRow => ({ words, means: { kind: "flower", is } });
const thing = (is: ThingName, words: string): SceneRow => ({ words, means: { kind: "thing", is } });

export const sceneWords: readonly SceneRow[] = [
  setting(
    "water town",
    "water ?towns?|canal towns?|canals?|jiangnan|suzhou|wuzhen|江南水乡|水乡|江南|白墙黑瓦|粉墙黛瓦|白墙|黑瓦|黛瓦|古镇|乌镇|周庄|苏州|威尼斯|venice|小桥流水",
  ),
  weather("mist", "江南水乡|水乡|江南|烟雨"),
  trait("venetian", "venice|威尼斯"),
  setting("meadow", "tea plantations?|tea fields?|vineyards?|orchards?|apple trees?|茶园|茶山|葡萄园|果园"),
  setting("sea", "sea|ocean|coast|shore|seaside|seascape|bay|harbou?r|island|大海|海洋|海浪|海边|海面|海|波浪|海岸|海港|港口|海滨|沧海"),
  setting(
    "sea",
    "beach|sand beach|sandy beach|white sands?|black sand|golden sands?|black sand beach|white sand beach|tropical beach|palm beach|seashore|海滩|沙滩",
  ),
  trait(
    "beach",
    "beach|sand beach|sandy beach|white sands?|black sand|golden sands?|black sand beach|white sand beach|tropical beach|palm beach|seashore|海滩|沙滩",
  ),
  setting("lake", "lakes?|ponds?|fjords?|loch|lagoon|湖泊|湖面|湖边|湖|江面|江边|山水|峡湾|荷塘|池塘|莲池|水塘|lotus ponds?|lily ponds?"),
  setting(
    "mountains",
    "mountains?|alps|peaks?|cliffs?|valley|volcano|cloud inversion|above the clouds|sea of clouds|雪山|山脉|高山|山峰|群山|山谷|山峦|远山|云海|峡谷|山",
  ),
  setting("forest", "forest|woods|jungle|pines?|pine trees|woodland|bamboo|bamboo forest|bamboo grove|森林|树林|丛林|松林|竹林|竹子|竹"),
  setting("desert", "desert|dunes?|sahara|sand|canyons?|mesas?|badlands|沙漠|沙丘|戈壁"),
  setting(
    "city",
    "city|cityscape|skyline|skyscrapers?|buildings?|street|downtown|cyberpunk|tokyo|shanghai|new york|manhattan|hong kong|lisbon|paris|london|chicago|metropolis|外滩|上海|北京|东京|香港|城市|都市|高楼|街道|摩天楼|天际线|赛博朋克",
  ),
  setting(
    "meadow",
    "lavender fields?|poppy fields?|fields? of lavender|fields? of poppies|canola fields?|rapeseed fields?|薰衣草花?[田海]|油菜花[田海]?|meadow|hills?|hillside|pasture|fields?|grass|prairie|garden|park|farm|countryside|wheat ?fields?|wheat|barley|cornfields?|rice fields?|rice paddy|rice paddies|rice terraces?|steppe|savannah?|wildflowers|flower field|tulip fields?|fields? of tulips|sunflower fields?|fields? of sunflowers|向日葵花?[田海]|郁金香花?[田海]|麦田|麦浪|稻田|梯田|原野|田间|花田|草地|草原|山丘|丘陵|田野|花园|花海|田园|乡村",
  ),
  setting("snow", "snowfields?|snow|snowy|frozen|winter|arctic|ice|glacier|雪山|雪地|雪景|冬天|冬季|冰川|雪"),
  setting("sky", "sky|clouds?|heaven|cumulus|cumulus clouds|towering clouds|puffy clouds|fluffy clouds|白云|积云|蓝天|天空|云海|云朵|云"),
  setting("space", "space|outer space|galaxy|nebula|cosmos|universe|宇宙|太空|星系|星云"),
  setting(
    "table",
    "food|food photography|still life|product shot|studio|dessert|table|tasty|fruits?|美食|静物|甜点|大理石桌面?|石桌|木桌子?|木桌面|桌子|桌布|桌|水果",
  ),
  trait("window", "window shadows?|光影|window ?sills?|by the windows?|windows?|窗台|窗边|窗前|窗外|窗户|窗"),
  trait(
    "from above",
    "drone shot|drone|aerial|aerial view|aerial shot|top view|top-down|from above|overhead|flat lay|bird's eye view|俯视|俯拍|航拍|鸟瞰|平铺",
  ),
  trait("path", "paths?|trails?|roads?|avenues?|highways?|小路|小径|道路|公路|大道|路(?!灯)"),
  trait("moonless", "moonless"),
  trait("jungle", "jungle|rain ?forest|tropical forest|tropical jungle|丛林|雨林|热带雨林|热带丛林"),
  setting("forest", "rain ?forest|tropical forest|tropical jungle|雨林|热带雨林|热带丛林"),
  trait("bamboo", "bamboo|bamboo forest|bamboo grove|竹林|竹子|竹海|竹"),
  trait("wheat", "wheat ?fields?|wheat|barley|rice fields?|rice paddy|rice paddies|rice terraces?|savannah?|麦田|麦浪|稻田|梯田"),
  trait("river", "rivers?|streams?|creeks?|brooks?|小溪|溪流|溪水|河流|河面|小河|河"),
  trait("waterfall", "waterfalls?|cascades?|瀑布"),
  setting("forest", "waterfalls?|cascades?|瀑布"),
  trait("petals", "petals?|rose petals|flower petals|花瓣"),
  trait("wooden bridge", "wooden bridge|wood bridge|footbridge|木桥|小木桥"),
  trait("cloud sea", "cloud inversion|above the clouds|sea of clouds|云海"),
  trait("lily pads", "lotus ponds?|lily ponds?|lily pads?|lotus leaves|荷塘|荷叶|莲池|睡莲|荷花"),
  trait("kraft", "kraft|kraft paper|牛皮纸"),
  setting("paper", "kraft paper|牛皮纸"),
  trait(
    "flat",
    "flat illustrations?|flat design|flat style|flat colou?rs?|flat|vector|vector art|扁平风格|扁平化|扁平|扁平插画|矢量|极简风景",
  ),
  trait("dew", "dew|dew ?drops|drops|droplets|water drops|raindrops|露珠|露水|水珠|水滴|雨滴"),
  setting("leaf", "leaf|leaves|foliage|叶子|叶片|绿叶|树叶"),
  trait("fireworks", "fireworks?|烟花|焰火|烟火"),
  trait("rows", "tea plantations?|tea fields?|vineyards?|茶园|茶山|葡萄园"),
  setting("bokeh", "diwali|party|parties|celebration|stage|concert|disco|nightclub|排灯节|派对|舞台|演唱会"),
  trait("fairy lights", "christmas|golden lights|fairy lights|christmas lights|string lights|圣诞节?|彩灯"),
  setting("snow", "christmas|圣诞节?|fir trees?|枞树"),
  hour("dusk", "christmas|圣诞节?"),
  weather("snowfall", "christmas|圣诞节?"),
  trait("harvest moon", "mid-autumn|mid-autumn festival|中秋节?|中秋佳节"),
  thing("moon", "mid-autumn|mid-autumn festival|中秋节?|中秋佳节"),
  setting("festive", "chinese new year|lunar new year|spring festival|lantern festival|春节|新年|新春|除夕|元宵节?|国庆节?|过年"),
  thing(
    "lantern",
    "chinese new year|lunar new year|spring festival|lantern festival|春节|新春|除夕|元宵节?|过年|red lanterns?|sky lanterns?|lanterns?|孔明灯|天灯|灯笼|宫灯",
  ),
  setting("gradient", "gradients?|ombre|colou?r blend|渐变"),
  setting(
    "pattern",
    "patterns?|seamless|tiles?|tiling|textile|fabric|polka dots|terrazzo|houndstooth|herringbone|gingham|tartan|plaid|wallpaper pattern|波点|千鸟格|格纹|条纹布|图案|花纹|纹样|无缝",
  ),
  setting("marble", "marble|大理石"),
  setting("paper", "paper|parchment|papyrus|宣纸|羊皮纸|纸张|纸"),
  setting("wood", "wood|wooden|wood grain|wood texture|wooden planks|planks|木纹|木板|木头"),
  setting("monogram", "logo|monogram|emblem|letter mark|lettermark|wordmark|word mark|logotype|字标|标志|徽标|商标|字母组合"),
  setting("abstract", "abstract|抽象"),
  setting("bokeh", "bokeh|blurred lights|散景|光斑"),
  setting(
    "wall",
    "plaster(?:ed)? wall|stucco(?: wall)?|painted wall|white wall|walls?|墙面|墙壁|墙|palm leaf shadows?|palm shadows?|leaf shadows?|window shadows?|光影|树影|叶影",
  ),
  trait(
    "palm shadow",
    "palm leaf shadows?|palm shadows?|leaf shadows?|shadows? of (?:palm )?leaves|shadows? of palms?|叶影|树影|棕榈叶?影",
  ),
  setting("brick", "bricks?|brick walls?|brickwork|砖墙|砖"),
  setting("concrete", "concrete|concrete walls?|cement|混凝土|水泥|清水混凝土"),
  setting("fabric", "linen|linen texture|fabric texture|canvas texture|denim|burlap|cotton|亚麻|布料|布纹|麻布|牛仔布"),
  setting("foil", "gold foil|silver foil|foil|glitter|gold leaf|sparkles|sequins|金箔|闪粉|亮片|银箔"),
  setting("iridescent", "iridescent|holographic|hologram|opal|mother of pearl|镭射|全息|炫彩|珠光"),
  setting(
    "wash",
    "watercolou?r texture|watercolou?r wash|watercolou?r stains?|watercolou?r splash|watercolou?r background|水彩纹理|水彩晕染|水彩背景|水彩底纹|晕染",
  ),
  setting("water", "water surface|pool water|pool|swimming pool|water ripples|clear water|ripples|caustics|水面|水波|水纹|波光|泳池"),
  trait("grain", "grainy|grain|grain texture|noisy|noise texture|film grain|颗粒感?|颗粒质感|噪点"),
  trait("torn", "torn|ripped|撕边|撕裂|撕纸"),
  trait("puddles", "puddles?|wet street|wet asphalt|积水|水洼"),
  hour("golden", "golden hour|golden light|late afternoon|early morning|sunlit evening|golden sun|warm light|金色时刻|金色阳光|清晨|早晨"),
  hour("sunset", "sunset|sunrise|dawn|daybreak|晨曦|拂晓|破晓|黎明|朝阳|落日|斜阳|余晖|日落|夕阳|日出|晚霞|朝霞"),
  hour("dusk", "dusk|evening|twilight|blue hour|黄昏|傍晚|蓝调时刻|暮色"),
  hour("night", "city lights|城市灯光|灯火|night|midnight|moonlight|moonlit|starry|dark|neon|夜晚|夜空|夜景|夜色|午夜|星夜|霓虹|夜"),
  hour("storm", "storm|stormy|thunder|thunderstorm|tempest|downpour|暴雨|暴风雨|风暴|雷雨"),
  hour("day", "day|daylight|sunny|noon|morning|summer|spring|白天|晴天|阳光|夏天|春天|夏日|春日"),
  weather("clouds", "cloudy|clouds?|多云|云海|云朵|云"),
  weather("overcast", "overcast|gr[ae]y sky|gr[ae]y skies|gloomy|bleak|gr[ae]y sea|gr[ae]y ocean|阴天|阴云|阴沉|阴郁|灰蒙蒙"),
  weather("rain", "rain|downpour|大雨|细雨|暴雨|雨中|雨后|rainy|drizzle|下雨|雨天|暴风雨|雷雨|雨"),
  weather("snowfall", "snowfall|snowing|snowflakes?|blizzard|下雪|飘雪|雪花|暴雪"),
  weather("mist", "mist|misty|fog|foggy|haze|hazy|薄雾|云雾|雾"),
  weather("clear", "clear sky|cloudless|clear|晴朗|万里无云"),
  weather("lightning", "lightning|thunderbolt|thunderstorm|闪电|雷电|雷雨"),
  weather("aurora", "aurora|aurora borealis|northern lights|polar lights|极光"),
  weather("rainbow", "rainbow|彩虹"),
  trait("cumulus", "cumulus|cumulus clouds|towering clouds|puffy clouds|fluffy clouds|白云|积云|棉花云"),
  trait("disc", "circle|disc|disk|round sun|圆|圆形"),
  trait(
    "wildflowers",
    "sunflower fields?|fields? of sunflowers|向日葵花?[田海]|lavender fields?|poppy fields?|fields? of lavender|fields? of poppies|canola fields?|rapeseed fields?|薰衣草花?[田海]|油菜花[田海]?|wildflowers|flower field|field of flowers|tulip fields?|fields? of tulips|郁金香花?[田海]|flowers|花海|野花|花田",
  ),
  trait("autumn", "银杏树?|ginkgo|autumn|autumnal|fall foliage|fall colou?rs|秋天|秋季|秋日|秋叶|红叶|秋"),
  trait(
    "blossom",
    "plum blossoms?|peach blossoms?|apple blossoms?|almond blossoms?|梅花|桃花|梨花|杏花|梅|cherry blossoms?|blossoms?|sakura|樱花树|樱花",
  ),
  trait("neon", "neon|neon lights|neon signs?|cyberpunk|霓虹灯|霓虹|赛博朋克"),
  trait("milky way", "milky way|galaxy|银河"),
  trait("earth", "earth|地球"),
  trait("rings", "saturn|rings?|ringed|土星环?|光环|行星环"),
  trait("crescent", "crescent|crescent moon|月牙|弯月|新月"),
  style("ink", "alcohol ink|ink in water|fluid art|marbled|marbling|pour(?:ed)? painting|流体画|流体艺术|大理石流体"),
  style("flowing", "waves|波纹|曲面|flowing|fluid|liquid|silk|silky|smoke|swirls?|swirling|wavy|丝绸|流动|流体|烟雾"),
  style("layers", "layers|layered|paper cut|papercut|paper art|剪纸|层叠"),
  style("shapes", "geometric|geometric shapes|shapes|geometry|bauhaus|circles|几何|包豪斯"),
  style("balls", "spheres?|balls|bubbles?|orbs?|球体|圆球|气泡"),
  style("crumpled", "crumpled|wrinkled|creased|褶皱|揉皱"),
  style("retro", "retro|vintage colou?rs|seventies|1970s|复古"),
  pattern("dots", "dots|dotted|polka|polka dots|波点|圆点"),
  pattern("scales", "scales|seigaiha|waves? pattern|青海波|鱼鳞|海浪纹"),
  pattern("chevrons", "chevrons?|zigzag|herringbone|人字|之字"),
  pattern("citrus", "lemons?|oranges?|citrus|limes?|fruits?|柠檬|橙子|水果"),
  pattern("triangles", "triangles?|triangular|三角"),
  pattern("checks", "checks?|checked|checkered|plaid|tartan|gingham|格子|格纹"),
  pattern("flowers", "floral|flowery|botanical|碎花|花卉"),
  pattern("terrazzo", "terrazzo|confetti|memphis|水磨石"),
  pattern("leaves", "monstera|ferns?|eucalyptus|龟背竹"),
  pattern("hexagons", "hexagons?|hexagonal|honeycomb|六边形|蜂窝"),
  pattern("houndstooth", "houndstooth|dogtooth|千鸟格"),
  pattern("leaves", "leaf|leaves|palm leaf|palm leaves|foliage|tropical|叶子|树叶|叶"),
  pattern("scales", "art deco|deco|装饰艺术"),
  pattern("stripes", "stripes?|striped|条纹"),
  pattern("arcs", "arcs|truchet|maze|curves|曲线"),
  flower("rose", "roses?|peony|peonies|玫瑰|牡丹"),
  flower("daisy", "daisy|daisies|chamomile|雏菊|菊花"),
  flower("sunflower", "sunflowers?|向日葵"),
  flower("lotus", "lotus|water lily|water lilies|dahlia|荷花|莲花|睡莲"),
  flower("tulip", "tulips?|郁金香"),
  thing("cake", "black forest gateau|black forest cake|black forest|cake|gateau|torte|birthday cake|chocolate cake|生日蛋糕|黑森林|蛋糕"),
  thing("house", "积雪的屋顶|屋顶积雪|屋顶|house|houses|cottages?|cabins?|huts?|home|barn|village|房子|小屋|木屋|房屋|村庄"),
  thing("tree", "银杏树?|fir trees?|trees?|oak|willows?|一棵树|大树|垂柳|柳树|树"),
  thing("palm", "palms?|palm trees?|coconut trees?|棕榈树?|椰子?树"),
  thing("boat", "boats?|sailboats?|sailing boats?|ships?|yachts?|sailing|帆船|小船|渔船|船"),
  thing("car", "cars?|automobile|truck|taxi|汽车|轿车|跑车|(?<![火水缆风马行公电])车"),
  thing("balloon", "balloons?|hot air balloons?|hot-air balloons?|热气球|气球"),
  thing("birds", "birds?|seagulls?|gulls?|flock|飞鸟|海鸥|鸟"),
  thing("rocket", "rocket|spaceship|spacecraft|space ship|shuttle|火箭|飞船"),
  thing(
    "flower",
    "flowers?|roses?|tulips?|daisy|daisies|sunflowers?|lotus|peony|peonies|chamomile|dahlia|water lily|water lilies|花朵|玫瑰|向日葵|郁金香|牡丹|荷花|莲花|睡莲|雏菊|菊花|花束|一朵花|(?<![烟浪雪火])花(?![瓣瓶])|daffodils?|narcissus|lily|lilies|iris(?:es)?|orchids?|hydrangeas?|anemones?|poppies|水仙|百合|兰花|绣球花?|康乃馨|雏菊",
  ),
  thing("windmill", "windmills?|风车"),
  thing("turbine", "wind turbines?|wind farm|turbines?|风力发电机?"),
  thing(
    "bridge",
    "bridges?|wooden bridge|stone bridge|suspension bridge|footbridge|aqueduct|viaduct|吊桥|石桥|木桥|小木桥|拱桥|大桥|桥梁|桥",
  ),
  thing("tent", "tents?|camping|campsite|露营|帐篷"),
  thing("lighthouse", "lighthouses?|灯塔"),
  thing("heart", "hearts?|love|爱心|心形"),
  thing("moon", "moon|full moon|crescent|crescent moon|月亮|明月|满月|圆月|月牙|弯月|月"),
  thing("sun", "sun|太阳|旭日|红日|一轮日|落日"),
  thing("stars", "stars?|starry|starlight|星星|繁星|星空|星夜"),
  thing("planet", "planets?|gas giant|ringed planet|saturn|mars|jupiter|earth|行星|地球|星球|土星|火星|木星"),
  thing("apple", "apples?|苹果"),
  thing("book", "books?|书本|书"),
  thing("bottle", "bottles?|wine|酒瓶|瓶子|红酒"),
  thing("bowl", "bowls?|碗"),
  thing("cup", "cups?|mugs?|coffee|tea|teacup|杯子|咖啡|茶杯|茶(?![园山田馆道])"),
  thing("fruit", "fruits?|水果"),
  thing("grapes", "grapes?|葡萄"),
  thing("lemon", "lemons?|柠檬"),
  thing("orange", "oranges|tangerines?|橙子|橘子"),
  thing("pear", "pears?|梨子|梨"),
  thing("vase", "vases?|bouquet|pottery|ceramic|花瓶|陶罐|(?<![水酒璃妆])瓶(?![酒红葡])"),
  thing("candle", "candles?|candlelight|蜡烛|烛光"),
  thing("open book", "open books?|open notebooks?|notebooks?|journal|笔记本|打开的书|翻开的书|摊开的书"),
  thing("podium", "podiums?|pedestals?|plinths?|product stand|展台|圆台|底座|展示台"),
  thing("teapot", "teapots?|tea pot|茶壶"),
];
