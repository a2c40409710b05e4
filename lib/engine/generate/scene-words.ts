/** The words of a painted scene, in English and Chinese. Phrases are separated by "|". */
import type { Hour, Setting, ThingName, Weather } from "./scene.ts";

export type SceneMeaning =
  | { readonly kind: "setting"; readonly is: Setting }
  | { readonly kind: "hour"; readonly is: Hour }
  | { readonly kind: "weather"; readonly is: Weather }
  | { readonly kind: "thing"; readonly is: ThingName };

export interface SceneRow {
  readonly words: string;
  readonly means: SceneMeaning;
}

const setting = (is: Setting, words: string): SceneRow => ({ words, means: { kind: "setting", is } });
const hour = (is: Hour, words: string): SceneRow => ({ words, means: { kind: "hour", is } });
const weather = (is: Weather, words: string): SceneRow => ({ words, means: { kind: "weather", is } });
const thing = (is: ThingName, words: string): SceneRow => ({ words, means: { kind: "thing", is } });

export const sceneWords: readonly SceneRow[] = [
  setting("sea", "sea|ocean|beach|coast|waves?|seaside|bay|island|大海|海洋|海边|海滩|海面|海"),
  setting("lake", "lake|river|pond|reflection|湖泊|湖面|湖|河流|河|倒影"),
  setting("mountains", "mountains?|alps|peaks?|cliffs?|valley|volcano|fjord|山脉|高山|雪山|山峰|群山|山"),
  setting("forest", "forest|woods|jungle|pines?|woodland|森林|树林|丛林|松林"),
  setting("desert", "desert|dunes?|sahara|sand|沙漠|沙丘|戈壁"),
  setting("city", "city|skyline|skyscrapers?|buildings?|street|downtown|cyberpunk|tokyo|new york|城市|都市|高楼|街道|摩天楼"),
  setting(
    "meadow",
    "meadow|hills?|hillside|pasture|fields?|grass|prairie|garden|park|farm|countryside|flowers|wildflowers|草地|草原|山丘|丘陵|田野|花园|花海|田园",
  ),
  setting("snow", "snow|snowy|winter|arctic|ice|glacier|雪地|雪景|冬天|冬季|冰川"),
  setting("sky", "sky|clouds?|heaven|天空|云海|云朵|云"),
  setting("space", "space|galaxy|nebula|cosmos|universe|milky way|宇宙|太空|银河|星云"),
  setting("table", "food|food photography|still life|product shot|studio|dessert|table|tasty|美食|静物|甜点|桌"),
  hour("golden", "golden hour|golden light|late afternoon|early morning|warm light|金色时刻|金色阳光|清晨"),
  hour("sunset", "sunset|sunrise|dawn|日落|夕阳|日出|晚霞|朝霞"),
  hour("dusk", "dusk|evening|twilight|blue hour|黄昏|傍晚|蓝调时刻|暮色"),
  hour("night", "night|midnight|moonlight|moonlit|starry|dark|neon|夜晚|夜空|夜景|夜色|午夜|星夜|夜"),
  hour("storm", "storm|stormy|thunder|lightning|tempest|暴风雨|风暴|雷雨|闪电"),
  hour("day", "day|daylight|sunny|noon|morning|summer|spring|白天|晴天|阳光|早晨|夏天|春天"),
  weather("clouds", "cloudy|clouds?|overcast|多云|云"),
  weather("rain", "rain|rainy|drizzle|下雨|雨天|雨"),
  weather("snowfall", "snowfall|snowing|snowflakes?|blizzard|snow|下雪|飘雪|雪花|雪"),
  weather("mist", "mist|misty|fog|foggy|haze|hazy|薄雾|雾"),
  weather("clear", "clear sky|cloudless|clear|晴朗|万里无云"),
  thing("cake", "black forest gateau|black forest cake|black forest|cake|gateau|torte|birthday cake|cupcake|蛋糕|生日蛋糕"),
  thing("house", "house|cottage|cabin|hut|home|barn|房子|小屋|木屋|房屋"),
  thing("tree", "tree|oak|palm|一棵树|大树|树"),
  thing("boat", "boat|sailboat|ship|yacht|sailing|帆船|小船|船"),
  thing("car", "car|automobile|truck|taxi|汽车|轿车|车"),
  thing("balloon", "balloons?|hot air balloons?|hot-air balloons?|热气球|气球"),
  thing("birds", "birds?|seagulls?|gulls?|flock|飞鸟|海鸥|鸟"),
  thing("rocket", "rocket|spaceship|spacecraft|space ship|shuttle|火箭|飞船"),
  thing("flower", "flower|rose|tulip|daisy|sunflower|lotus|花朵|玫瑰|向日葵|郁金香|一朵花|花"),
  thing("lighthouse", "lighthouse|tower|灯塔|塔"),
  thing("heart", "hearts?|love|爱心|心形"),
  thing("moon", "moon|full moon|crescent|月亮|明月|满月|月"),
  thing("sun", "sun|太阳|旭日"),
  thing("stars", "stars?|starry|starlight|星星|繁星|星空"),
  thing("planet", "planets?|saturn|mars|jupiter|earth|行星|地球|星球|土星"),
];

/** Said about a picture as a whole, or glue: nothing the painter would have to draw. */
export const glue =
  /^(?:an?|the|of|in|on|at|with|and|or|over|under|above|below|by|near|next|to|from|for|into|behind|before|through|along|between|its?|is|are|very|some|many|few|little|small|big|large|huge|tiny|beautiful|pretty|stunning|gorgeous|amazing|nice|calm|quiet|peaceful|dramatic|epic|soft|bright|warm|cool|cold|high|low|detailed?|detail|hd|4k|8k|quality|resolution|ultra|realistic|photo|photograph|photography|picture|image|painting|illustration|art|artwork|drawing|style|view|scene|landscape|background|wallpaper|wide|shot|close|up|light|lighting|spelling|out|words?|text|saying|says|written|reads?|that|which|front|colou?rs?|coloured|colorful|colourful|minimal|minimalist|abstract|gradient|pattern|texture|modern|vintage|retro|dreamy|cinematic|make|create|generate|draw|paint|show|one|two|three|delicious|tall|old|new|distant|floating|flying|standing|rising|setting|full|please)$/u;
