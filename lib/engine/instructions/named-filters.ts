/** Filters that people know by their names from their phones, each in the words of what it does to a picture. */
const filters: readonly (readonly [string, string])[] = [
  ["clarendon", "more contrast by 20%, teal shadows at 40%, vibrant by 20%"],
  ["gingham", "less contrast by 20%, faded at 40%, less saturated by 12%"],
  ["juno", "warmer by 10%, more contrast by 10%, vibrant by 25%"],
  ["lark", "brighter by 15%, less saturated by 12%, less warm by 8%"],
  ["ludwig", "less saturated by 12%, more contrast by 10%, slightly brighter"],
  ["valencia", "warmer by 20%, faded at 35%, slightly brighter"],
  ["nashville", "warmer by 18%, pink tint at 30%, faded at 30%"],
  ["lo-?fi", "more saturated by 35%, more contrast by 30%, vignette at 60%"],
  ["inkwell|willow", "monochrome, more contrast by 12%"],
  ["x-?pro ?(?:ii|2)", "more contrast by 30%, warmer by 18%, vignette"],
  ["amaro", "brighter by 15%, less contrast by 8%, less warm by 8%"],
  ["hudson", "less warm by 20%, brighter by 12%, vignette at 40%"],
  ["sierra", "faded at 40%, less contrast by 10%, warmer by 6%"],
  ["early ?bird", "sepia at 30%, warmer by 18%, vignette"],
  ["kelvin", "warmer by 40%, more saturated by 20%"],
  ["perpetua", "less warm by 10%, more vibrant by 15%, slightly brighter"],
  ["aden|slumber", "pastel colours at 40%, warmer by 6%"],
];

/** What a phone makes of a picture: open shadows, bright colours, drawn edges. */
const phone =
  /(?:\b(?:make it |looks? )*(?:like |as if |as though )(?:it (?:was|were|is) )?(?:shot|taken|photographed|made|captured)? ?(?:on|with|by|from)? ?(?:an? |my )?(?:i ?phone|smart ?phone|phone(?: camera)?|mobile))(?: (?:photo|shot|picture|camera))?(?=\s*(?:$|[,.;]))|(?:像|好像|仿佛)?(?:用|是)?(?:苹果|iphone|手机)(?:手机)?(?:直出|拍(?:的|摄的)?|的?(?:质感|感觉|效果))(?:一样|似的|感)?(?=\s*(?:$|[,，。;；]))/gu;
const before = "(?<=^\\s*|[,;.，。；]\\s*|\\b(?:with|the|add|use|apply|in|instagram|insta|ig|a|an|like|make it|give it) |用|加)";
const after = "(?=\\s*(?:$|[,.;，。；]|\\band\\b))";
const readers: readonly (readonly [RegExp, string])[] = filters.map(([name, means]) => [
  new RegExp(
    `${before}(?:the |instagram'?s? |ig )?(?:${name})(?: (?:filter|preset|look|style|effect)| ?滤镜|风格)+(?: (?:like|from|on|of) (?:instagram|insta|ig))?${after}`,
    "gu",
  ),
  means,
]);

export function readNamedFilters(text: string): string {
  const asked = readers.reduce((rest, [words, means]) => rest.replace(words, means), text);
  return asked.replace(phone, (said) =>
    /\p{sc=Han}/u.test(said)
      ? "提高清晰度15%,提高阴影15%,提高自然饱和度15%"
      : "more clarity by 15%, lift the shadows by 15%, vibrant by 15%",
  );
}
