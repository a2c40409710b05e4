/** Instructions this engine surely understands, to be offered where one was not understood. */
const forOne: readonly string[] = [
  "make it 20 % brighter",
  "change the red car to blue",
  "turn it into a pencil sketch",
  "make the sky bluer",
  "replace the sky with a sunset",
  "blur the background",
  "make the background white",
  "replace the background with a beach",
  "black and white except the red flower",
  "make it look like night",
  "make it snow",
  "golden hour",
  "make this a 90s cartoon",
  "oil painting",
  "remove the haze",
  "straighten the horizon",
  "crop to 16:9",
  'write "SALE" at the top',
  "remove the red balloon",
  "vintage look with film grain",
  "brighten the subject a little",
  "把红色的车改成蓝色",
  "让天空更蓝",
  "背景虚化",
  "把背景换成白色",
  "变成素描",
  "调亮 20%",
  "变成夜晚",
  "下雪",
  "去雾",
  "裁剪成正方形",
  "水彩画",
  "卡通风格",
  "怀旧风格",
  "在上方写上“夏日大促”",
  "用毛笔字竖排写上“宁静致远”",
];
const forTwo: readonly string[] = [
  "put the woman next to the man",
  "put the dog on the sofa of the second picture",
  "use image 2 as the background",
  "match the colours of the second picture",
  "put them side by side",
  "blend both",
  "把女人放到男人旁边",
  "把狗放到第二张图的沙发上",
  "用第二张图作为背景",
  "用第二张图的色调",
  "左右并排",
  "融合两张图",
];
const han = /[\u4e00-\u9fff]/u;

/** The three that share most with a prompt, in its language. */
export function nearestExamples(prompt: string, pictures: 1 | 2 = 1): readonly string[] {
  const parts = partsOf(prompt);
  const examples = (pictures === 1 ? forOne : forTwo).filter((example) => han.test(example) === han.test(prompt));
  const ranked = examples
    .map((example) => ({ example, score: [...partsOf(example)].filter((each) => parts.has(each)).length }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ example }) => example);
  return [...new Set([...ranked, ...examples])].slice(0, 3);
}

const glue = /^(?:make|the|it|a|an|to|at|in|of|like|look|with|turn|into|is|on|and|this)$/u;

/** Words, or for Chinese the letters. */
function partsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]+|[\u4e00-\u9fff]/gu) ?? [];
  return new Set(words.filter((word) => !glue.test(word) && !/^[的成把]$/u.test(word)));
}
