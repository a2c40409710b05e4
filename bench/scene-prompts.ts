/** What the painter is judged by, and the prompts its sample pictures are painted from. */
export const scenePrompts: readonly string[] = [
  "a calm mountain lake at golden hour, pine forest",
  "sunset over the ocean with a sailboat",
  "sand dunes in the desert at golden hour",
  "a city skyline at night, reflections in the river",
  "a meadow with wildflowers and mountains on a summer day",
  "misty pine forest in the early morning",
  "milky way over snowy mountains at night",
  "a storm over the sea, lightning and rain",
  "Saturn with its rings in deep space, nebula",
  "earth seen from space",
  "still life with fruit and a blue vase",
  'black forest gateau cake spelling out the words "FLUX 1.1 Pro", tasty, food photography',
  "hot air balloons over green hills at golden hour",
  "a lighthouse on the coast at dusk",
  "autumn trees by a lake",
  "snowfall on a cabin in the winter mountains",
  "abstract flowing shapes in teal and orange",
  "seamless geometric pattern, retro colours",
  "soft gradient background, pink to blue",
  "white marble texture with gold veins",
  "crumpled paper texture",
  'minimal logo monogram "PK" in navy',
  'poster with the words "Slow Mornings" over a foggy valley',
  "赛博朋克城市夜景，霓虹灯，雨",
  "樱花树下的草地，春天",
  "一朵红玫瑰",
  "full moon above the sea at night",
  "a red vintage car in the desert at sunset",
  // Written after the painter was built, to see what it does with words it was not tuned by.
  "northern lights over a frozen lake, winter night",
  "Mars, a red planet, with a blue rocket",
  "rainbow over green hills after the rain",
  "three sunflowers, summer",
  "a cup of coffee and two books on a wooden table",
  "green apples in a bowl",
  'birthday cake saying "Happy 30"',
  "海报，文字“春日 SALE”，粉色渐变背景",
  "polka dots pattern in mint green and cream",
  "dark green marble with gold veins",
  "dreamy pastel clouds at sunrise",
  "a wooden cabin by a lake in autumn, misty morning",
  "波浪与帆船，夕阳",
  "黄昏的城市天际线",
  "layered paper cut landscape in blue",
  "bokeh lights, golden, festive",
  "tropical beach with palm trees",
  "a cat sleeping on a sofa",
];

export interface SamplePicture {
  readonly name: string;
  readonly prompt: string;
  readonly seed: number;
}

export const samplePictures: readonly SamplePicture[] = [
  { name: "lake", prompt: "a sailboat on a mountain lake at golden hour", seed: 1 },
  { name: "still-life", prompt: "still life with fruit and a blue vase", seed: 1 },
  { name: "city", prompt: "city skyline at night", seed: 2 },
  { name: "dune", prompt: "sand dunes in the desert at golden hour", seed: 6 },
  { name: "balloon", prompt: "hot air balloons over green hills and mountains at golden hour", seed: 3 },
];
