/** What things usually look like: a name tells no shape to this engine, but most names tell a colour, a size or a form. */
import type { Rgb } from "#lib/pixels/colour.ts";

export interface Thing {
  /** The usual ones, most usual first; none where a thing may have any. */
  readonly colours: readonly Rgb[];
  readonly isRound?: true;
  /** A bird, a kite: a small part of most pictures, unlike what is about it. */
  readonly isSmall?: true;
  /** An animal, a statue: one thing of several colours, which is rather what stands out than one colour. */
  readonly isWhole?: true;
  /** A wall, a table: much of most pictures it is in, and never a patch on it. */
  readonly isBroad?: true;
}

const inks = {
  red: [200, 35, 35],
  scarlet: [225, 60, 30],
  orange: [235, 125, 25],
  yellow: [240, 200, 40],
  lime: [125, 165, 40],
  green: [60, 130, 50],
  blue: [50, 95, 190],
  purple: [110, 50, 130],
  pink: [235, 125, 160],
  brown: [120, 78, 48],
  clay: [185, 95, 60],
} satisfies Record<string, Rgb>;

type Trait = "round" | "small" | "whole" | "broad";

const row = (en: string, zh: string, colours: readonly (keyof typeof inks)[], ...traits: readonly Trait[]) => ({
  words: new RegExp(`\\b(?:${en})s?\\b|${zh}`, "u"),
  thing: {
    colours: colours.map((name) => inks[name]),
    ...(traits.includes("round") ? { isRound: true as const } : {}),
    ...(traits.includes("small") ? { isSmall: true as const } : {}),
    ...(traits.includes("whole") ? { isWhole: true as const } : {}),
    ...(traits.includes("broad") ? { isBroad: true as const } : {}),
  } satisfies Thing,
});

/** The longer name stands first: a fire engine is no engine, a grapefruit no grape. */
const rows = [
  row("grapefruit", "西柚|葡萄柚|柚子", ["orange", "pink", "yellow"], "round"),
  row("pineapple", "菠萝|凤梨", ["yellow"]),
  row("watermelon", "西瓜", ["green", "red"], "round"),
  row("strawberr(?:y|ie)|raspberr(?:y|ie)|cherr(?:y|ie)|cranberr(?:y|ie)", "草莓|樱桃|树莓|覆盆子", ["red"]),
  row("blueberr(?:y|ie)", "蓝莓", ["blue"]),
  row("grape|plum|fig|aubergine|eggplant", "葡萄|李子|无花果|茄子", ["purple", "lime"]),
  row("tomato(?:e)?", "番茄|西红柿", ["red"], "round"),
  row("apple", "苹果", ["red", "lime", "green"], "round"),
  row("kiwi(?: fruit)?|pear|avocado|cucumber|broccoli|cabbage|lettuce", "猕猴桃|奇异果|梨|牛油果|黄瓜|西兰花|卷心菜|生菜", [
    "lime",
    "green",
  ]),
  row("lime", "青柠檬?", ["green", "lime"], "round"),
  row("lemon|banana|sweetcorn|corn|mango(?:e)?|cheese|butter", "柠檬|香蕉|玉米|芒果|奶酪|芝士|黄油", ["yellow"]),
  row("orange|tangerine|mandarin|clementine|persimmon", "橙子|橘子|桔子|柑橘|柿子", ["orange"], "round"),
  row("pumpkin|squash", "南瓜", ["orange"], "round"),
  row("carrot", "胡萝卜", ["orange"]),
  row("peach(?:e)?|apricot", "桃子|杏子", ["orange", "pink"], "round"),
  row("chil(?:l)?i|pepper", "辣椒", ["red", "green", "yellow"]),
  row(
    "fire (?:engine|truck)|letterbox|post ?box|phone box|telephone box|stop sign|rose|poppy|poppies",
    "消防车|邮筒|邮箱|电话亭|玫瑰|罂粟",
    ["red"],
  ),
  row("school bus(?:e)?|taxi|cab|sunflower|daffodil|rubber duck|chick", "校车|出租车|的士|向日葵|小鸭子?|小黄鸭|小鸡", ["yellow"]),
  row("goldfish|clownfish", "金鱼|小丑鱼", ["orange", "scarlet"], "whole"),
  row("flamingo|piglet|pig", "火烈鸟|小猪|猪", ["pink"], "whole"),
  row("frog|crocodile|lizard|gecko|iguana", "青蛙|鳄鱼|蜥蜴|壁虎", ["green", "lime"], "whole"),
  row("traffic cone|campfire|flame|fire", "路锥|火焰|火", ["orange", "scarlet"]),
  row("ladybug|ladybird|lady beetle", "瓢虫", ["scarlet", "orange"], "small"),
  row("lavender|iris|orchid|violet", "薰衣草|鸢尾|兰花|紫罗兰", ["purple", "pink"]),
  row("sakura|cherry blossom|peony", "樱花|牡丹", ["pink"]),
  row("cactus|cacti|succulent|aloe", "仙人掌|多肉|芦荟", ["green", "lime"]),
  row("flower ?pot|plant ?pot|terracotta pot|roof|bricks?(?: wall)?|barn", "花盆|陶罐|屋顶|房顶|砖墙|红砖|谷仓", ["clay", "red"]),
  row(
    "(?:dining |coffee |wooden )?(?:table|desk|tabletop|worktop|counter|bar)(?:[- ]?top)?|floorboard|plank",
    "桌子?|桌面|台面|木板",
    ["brown"],
    "broad",
  ),
  row("walls?|ceiling|curtain|carpet|rug|backcloth", "墙壁?|墙面|天花板|窗帘|地毯", [], "broad"),
  row("(?:circuit|mother|main)[- ]?board|lawn mower|billiard table", "电路板|主板|台球桌", ["green"]),
  row("jeans|denim", "牛仔裤|牛仔", ["blue"]),
  row(
    "football|soccer ball|basketball|tennis ball|beach ball|ball|balloon|bauble|marble|bead",
    "足球|篮球|网球|排球|皮球|球(?!员|场|迷|衣|鞋|拍|门)|气球|珠子",
    [],
    "round",
    "small",
  ),
  row("kite|hot[- ]air balloon|plane|aeroplane|airplane|helicopter|drone|parachute", "风筝|热气球|飞机|直升机|无人机|降落伞", [], "small"),
  row(
    "bird|robin|parrot|nuthatch(?:e)?|woodpecker|toucan|swallow|crow|pigeon|magpie|bat|caterpillar|mosquito(?:e)?|ant|kingfisher|hummingbird|sparrow|seagull|gull|butterfl(?:y|ie)|moth|bee|wasp|beetle|dragonfl(?:y|ie)|insect|fly|flies|snail|spider",
    "小?鸟儿?|啄木鸟|巨嘴鸟|乌鸦|鸽子?|燕子|喜鹊|蝙蝠|毛毛虫|毛虫|蚊子|蚂蚁|麻雀|海鸥|鹦鹉|翠鸟|蝴蝶|蜜蜂|甲虫|蜻蜓|昆虫|蜗牛|蜘蛛",
    [],
    "small",
    "whole",
  ),
  row(
    "red panda|cat|kitten|dog|pupp(?:y|ie)|horse|cow|sheep|lamb|goat|fox|wolf|bear|lion|tiger|deer|rabbit|squirrel|elephant|monkey|panda|duck|swan|goose|chicken|hen|rooster|gosling|fish|shark|dolphin|whale|seal|turtle|tortoise|crab|lobster|snake|chameleon|hawk|eagle|falcon|owl|heron|stork|crane|pelican|penguin|ostrich|peacock|camel|giraffe|zebra|rhino(?:ceros(?:e)?)?|hippo|gorilla|baboon|ape|koala|kangaroo|hedgehog|bison|buffalo|moose|antelope|ibex|gazelle|donkey|pony|calf|llama|alpaca|leopard|cheetah|jaguar|lynx|otter|beaver|raccoon|badger|meerkat|mongoose|lemur|puppy|animal",
    "猫咪?|小?狗|马(?!路|上|克|卡)|牛(?!仔|油|奶)|羊|狐狸|狼|熊(?!猫)|狮子|老虎|鹿|兔子?|松鼠|大象|猴子?|小熊猫|熊猫|鸭|公鸡|母鸡|金枪鱼|鲨鱼|海豚|鲸鱼?|海豹|乌龟|海龟|螃蟹|龙虾|蛇|变色龙|老鹰|雄鹰|猎鹰|鹰|猫头鹰|苍鹭|鹭|鹤|鹈鹕|企鹅|鸵鸟|孔雀|骆驼|长颈鹿|斑马|犀牛|河马|大?猩猩|狒狒|考拉|袋鼠|刺猬|野牛|水牛|羚羊|驴|羊驼|豹子?|猎豹|水獭|狐獴|狐猴|天鹅|鹅(?!黄|卵)|动物",
    [],
    "whole",
  ),
  row(
    "player|footballer|runner|dancer|rider|cyclist|skier|surfer|astronaut|bride|groom|soldier|worker|statue|sculpture|robot|doll|toy",
    "球员|运动员|舞者|骑手|宇航员|新娘|新郎|雕像|雕塑|机器人|玩偶|娃娃|玩具",
    [],
    "whole",
  ),
] as const;

export function findThing(said: string): Thing | undefined {
  return rows.find(({ words }) => words.test(said))?.thing;
}
