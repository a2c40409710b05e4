/** The eighty kinds of things the network with names was shown, in its order, and which words mean which. */

export interface Kind {
  readonly words: RegExp;
  /** Kinds it is taken for now and then: a van for a bus, a calf for a dog. */
  readonly family?: Family;
  /** People and animals: whole, whatever their colours. */
  readonly isAlive?: true;
  /** In metres, of what stands on the ground; left out where they are of all sizes. */
  readonly height?: number;
}

type Family = "vehicle" | "animal" | "vessel" | "seat" | "screen" | "dish" | "round fruit" | "racket" | "pot";

const kind = (en: string, zh: string, family?: Family, height?: number): Kind => ({
  words: new RegExp(`\\b(?:${en})(?:e?s)?\\b|${zh}`, "giu"),
  ...(family === undefined ? {} : { family }),
  ...(height === undefined ? {} : { height }),
});
const alive = (en: string, zh: string, family?: Family, height?: number): Kind => ({ ...kind(en, zh, family, height), isAlive: true });
/** Nobody asks for it here, or its name means something else as often. */
const unnamed: Kind = { words: /(?!)/gu };

const person = [
  "person|people|everyone|everybody|somebody|someone|couple|m[ae]n|wom[ae]n|guy|lady|ladie|gentlem[ae]n|girl|boy|child|children|kid|baby|babie|toddler|teenager",
  "dad|father|mum|mom|mother|husband|wife|wive|son|daughter|brother|sister|grandma|grandmother|grandpa|grandfather|aunt|uncle|friend|bride|groom",
  "rider|cyclist|runner|dancer|player|footballer|athlete|skier|surfer|hiker|tourist|pedestrian|worker|soldier|sailor|farmer|pilot|monk|photographer",
  "student|teacher|doctor|nurse|chef|waiter|(?:business|police|fire|fisher)(?:wo)?m[ae]n|statue",
].join("|");
const person_zh = [
  "人(?!物|像|造|工|行道)|女士|先生|男士|女孩|男孩|女子|男子|孩子?|宝宝|婴儿|美女|帅哥|[装服衣发]男|[装服衣发]女|姑娘|小伙|情侣|夫妻|夫妇",
  "爸爸|妈妈|父亲|母亲|父子|父女|母子|母女|儿子|女儿|丈夫|妻子|爷爷|奶奶|叔叔|阿姨|新娘|新郎",
  "球员|骑手|游客|行人|模特|学生|老师|医生|护士|厨师|警察|歌手|雕像",
].join("|");

export const kinds: readonly Kind[] = [
  alive(person, person_zh, undefined, 1.68),
  kind("bicycle|bike|cycle", "自行车|单车", "vehicle", 1.1),
  kind(
    "car|automobile|van|taxi|cab|jeep|vehicle|convertible|suv",
    "(?<!火|列|电|自行|单|马|摩托|卡|货|公交|缆)车(?!道|站|牌|灯|轮|窗|门|厢)|汽车|轿车|跑车|出租车",
    "vehicle",
    1.5,
  ),
  kind("motorcycle|motorbike|scooter|moped|vespa", "摩托车?|电动车|踏板车", "vehicle", 1.2),
  kind("air ?plane|aeroplane|aircraft|plane|jet", "飞机|客机"),
  kind("bus|coach|minibus", "公交车?|巴士|大巴|校车", "vehicle", 3.1),
  kind("train|tram|locomotive|subway", "火车|列车|地铁|电车", "vehicle", 3.7),
  kind("truck|lorry|lorrie|pickup|fire engine", "卡车|货车|消防车", "vehicle", 3),
  kind("boat|ship|yacht|ferry|ferrie|canoe|kayak|dinghy|sail ?boat|vessel", "船|帆船|游艇|渡轮|小舟|舟"),
  kind("traffic light", "红绿灯|交通灯"),
  kind("fire hydrant|hydrant", "消防栓", undefined, 0.75),
  kind("stop sign", "停车标志", undefined, 2.2),
  kind("parking meter", "咪表", undefined, 1.4),
  kind("bench|benche", "长椅|长凳", "seat", 0.85),
  alive(
    "bird|gull|seagull|pigeon|sparrow|crow|duck|swan|goose|geese|hen|chicken|rooster|eagle|hawk|heron|parrot|owl",
    "鸟|海鸥|鸽子?|麻雀|乌鸦|鸭|天鹅|鹅(?!黄|卵)|公鸡|母鸡|老鹰|鹰|鹦鹉",
    undefined,
    0.4,
  ),
  alive("cat|kitten|kitty", "猫(?!头鹰)", "animal", 0.32),
  alive("dog|puppy|puppie|hound|terrier|fox|foxe|wolf|wolve", "狗|犬|狐狸|狼", "animal", 0.6),
  alive("horse|pony|ponie|donkey|foal|camel", "马(?!路|上|克|卡)|驴|骆驼", "animal", 1.7),
  alive("sheep|lamb|goat|ram", "羊", "animal", 0.9),
  alive("cow|bull|calf|calve|ox|cattle|buffalo|bison", "牛(?!仔|油|奶)", "animal", 1.5),
  alive("elephant", "大象", "animal", 3),
  alive("bear", "(?<!浣)熊(?!猫)", "animal", 1.3),
  alive("zebra", "斑马(?!线)", "animal", 1.4),
  alive("giraffe|deer|antelope|gazelle|ibex", "长颈鹿|鹿|羚羊", "animal"),
  kind("backpack|rucksack", "背包|书包", undefined, 0.5),
  kind("umbrella|parasol", "雨伞|阳伞|遮阳伞|伞", undefined, 0.9),
  kind("hand ?bag|purse", "手提包|手袋|包包"),
  kind("(?:neck|bow ?)?tie", "领带|领结"),
  kind("suitcase|luggage", "行李箱|旅行箱|手提箱", undefined, 0.65),
  kind("frisbee", "飞盘"),
  kind("ski", "滑雪板"),
  kind("snowboard", "单板"),
  kind("sports ball|football|soccer ball|basketball|tennis ball|ball", "足球|篮球|网球|排球|皮球|球(?!员|场|迷|衣|鞋|拍|门)"),
  kind("kite", "风筝"),
  kind("baseball bat", "球棒", "racket"),
  kind("baseball glove", "棒球手套"),
  kind("skateboard", "滑板"),
  kind("surfboard", "冲浪板", undefined, 2),
  kind("tennis racket|racket|racquet", "球拍", "racket"),
  kind("bottle", "瓶子?(?!花)", "vessel"),
  kind("wine ?glass|goblet|champagne glass|glass of (?:wine|beer)|beer glass", "酒杯|红酒杯|高脚杯", "vessel"),
  kind("cup|mug|coffee|glass of \\w+", "杯子?|茶杯|咖啡", "vessel"),
  kind("fork", "叉子"),
  kind("kni(?:fe|ve)", "刀"),
  kind("spoon", "勺子?|汤匙"),
  kind("bowl", "碗", "dish"),
  kind("banana", "香蕉"),
  kind("apple", "苹果(?!手机|电脑)", "round fruit"),
  kind("sandwich|sandwiche|burger|hamburger", "三明治|汉堡", "dish"),
  kind("oranges?(?= ?$)", "橙子?|橘子", "round fruit"),
  kind("broccoli", "西兰花"),
  kind("carrot", "胡萝卜"),
  kind("hot ?dog", "热狗", "dish"),
  kind("pizza", "披萨|比萨", "dish"),
  kind("do(?:ugh)?nut", "甜甜圈", "dish"),
  kind("cake", "蛋糕", "dish"),
  kind("chair|armchair|stool", "椅子?|凳子?", "seat", 0.95),
  kind("couch|couche|sofa|settee", "沙发", "seat", 0.85),
  kind("potted plant|house ?plant|pot plant", "盆栽|盆景", "pot", 0.7),
  kind("bed", "床(?!单|头)", undefined, 0.7),
  unnamed,
  kind("toilet", "马桶"),
  kind("tv|television|monitor|screen|display", "电视机?|显示器|屏幕", "screen"),
  kind("laptop|notebook computer|macbook|computer", "笔记本|电脑", "screen"),
  kind("computer mouse", "鼠标"),
  kind("remote(?: control)?", "遥控器"),
  kind("keyboard", "键盘"),
  kind("(?:cell|mobile) ?phone|smart ?phone|iphone|phone(?! box)|tablet|ipad", "手机|平板", "screen"),
  kind("microwave", "微波炉"),
  kind("oven", "烤箱"),
  kind("toaster", "烤面包机"),
  kind("sink", "水槽|洗手池"),
  kind("refrigerator|fridge", "冰箱", undefined, 1.7),
  kind("book", "书(?!包|法|房|架)"),
  kind("clock", "钟(?!楼)|时钟"),
  kind("vase", "花瓶", "pot"),
  kind("scissor", "剪刀"),
  alive("teddy(?: bear)?|stuffed (?:bear|animal|toy)|plush(?: toy)?", "泰迪熊?|毛绒玩具|玩偶"),
  unnamed,
  kind("toothbrush|toothbrushe", "牙刷"),
];

/** An animal of any kind: nobody is sure what the network takes a lion for. */
const anyAnimal =
  /\b(?:animal|lion|tiger|leopard|cheetah|panther|lynx|rabbit|bunny|squirrel|panda|monkey|gorilla|pig|piglet|hedgehog|raccoon|kangaroo|llama|alpaca)s?\b|动物|狮子|老虎|豹|兔|松鼠|熊猫|猴|猩猩|猪|刺猬|浣熊|袋鼠|羊驼/giu;

export interface Wanted {
  /** Surest first: what the words say, then what it is often taken for. */
  readonly own: readonly number[];
  readonly alike: readonly number[];
}

/** "The man on the left", "the woman in red": which one is meant stands after what it is. */
const whichOne = /\s(?:on|in|at|with)\s.*$/iu;
const onlySides = /^(?:\s|\b(?:left|right|top|bottom|upper|lower|middle|cent(?:er|re)|side)\b|们|子|儿)*$/iu;

/** What words name last is what they are about: a dog bed is a bed, and sofa cushions are no sofa. Undefined for whatever the network was not shown. */
export function findKinds(said: string): Wanted | undefined {
  const text = said.replace(whichOne, "");
  const lengthOf = (words: RegExp): number =>
    Math.max(
      0,
      ...[...text.matchAll(words)].map(({ 0: word, index }) => (onlySides.test(text.slice(index + word.length)) ? word.length : 0)),
    );
  const lengths = kinds.map(({ words }) => lengthOf(words));
  const longest = Math.max(...lengths);
  if (lengthOf(anyAnimal) > longest) return { own: ofFamily("animal"), alike: [] };
  if (longest === 0) return undefined;
  const own = lengths.indexOf(longest);
  const { family } = kinds[own] as Kind;
  return { own: [own], alike: family === undefined ? [] : ofFamily(family).filter((n) => n !== own) };
}

/** In metres, of what words name; undefined for what is of all sizes or unknown. */
export function heightNamed(said: string): number | undefined {
  const found = findKinds(said);
  return found === undefined ? undefined : heightOfKind(found.own[0] as number);
}

export function heightOfKind(kind: number): number | undefined {
  return kinds[kind]?.height;
}

export function isAlive(kind: number): boolean {
  return kinds[kind]?.isAlive === true;
}

/** Furniture and what stands on it, from the chair on: they are the last of the kinds. */
export function isIndoors(kind: number): boolean {
  return kind >= firstIndoors;
}

const firstIndoors = kinds.findIndex(({ words }) => "chair".search(words) === 0);

/** The first of them: a person. */
export const personKind = 0;
/** Not asked for by its name: a box about a table holds all that lies on it. */
export const tableKind = kinds.findIndex(({ words }) => "bed".search(words) === 0) + 1;
export const boatKind = kinds.findIndex(({ words }) => "boat".search(words) === 0);

/** What people ride. */
export const ridden: ReadonlySet<number> = new Set(
  ["bicycle", "motorcycle", "horse", "elephant", "skateboard", "surfboard", "skis", "snowboard"].map(
    (said) => findKinds(said)?.own[0] as number,
  ),
);

function ofFamily(family: Family): readonly number[] {
  return [...kinds.keys()].filter((n) => kinds[n]?.family === family);
}
