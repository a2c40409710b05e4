/** Films, presets and grades that have a name, in the words of what they look like. */
const named: readonly (readonly [RegExp, string])[] = [
  [/\bkodachrome(?: slide| film| \d+)?\b|柯达克罗姆/gu, "analogue film, warmer by 15%, more contrast by 25%, more saturation by 25%"],
  [
    /\b(?:kodak )?(?:portra|ultramax|colou?r ?plus|ektar|kodak gold)(?: \d+)?\b|\bkodak gold\b|柯达(?:金|胶片)?\d*/gu,
    "analogue film, slightly warmer",
  ],
  [/\b(?:fuji(?:film|chrome)? )?(?:velvia|provia)(?: \d+)?\b/gu, "analogue film, more saturation by 35%, more contrast by 25%"],
  [
    /\b(?:fuji(?:film|color)?)(?: (?:superia|pro|400h|c200|classic chrome))?(?: \d+h?)?\b|富士(?:胶片)?/gu,
    "analogue film, slightly cooler, teal tint at 25%",
  ],
  [/\bcinestill(?: 800t)?\b/gu, "analogue film, split-toned teal to orange, glow"],
  [/\b(?:ilford|tri-?x|hp5|t-?max|delta)(?: \d+)?\b|伊尔福/gu, "monochrome, more contrast by 30%, film grain"],
  [/\b(?:technicolor|technicolour)\b/gu, "more saturation by 45%, more contrast by 25%, slightly warmer"],
  [/\b(?:matrix|sickly green) (?:look|grade|style)\b/gu, "green tint, lower the shadows by 40%"],
  [/\bday[- ]for[- ]night\b/gu, "night"],
  [/\bwes anderson\b|韦斯安德森/gu, "pastel colours, warmer by 25%"],
];

export function readFilmStocks(text: string): string {
  return named.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
