/** What of a sentence says what goes where: that it should look natural, in one light and in the same colours, is so wherever it goes. */

const placingVerb =
  /\b(?:put|place|add|insert|composite|integrate|set|move|stand|stands|paste|bring|drop|have|let|blend|merge|fuse|combine|seat|park|hang)\b|[放加移贴挂站坐飞摆]|合成|融[入进合]|出现/u;

/** Where another clause begins. */
const seams =
  /\s*[,，;；。!！]\s*|\.\s+|\s+(?:and|while|then)\s+(?=(?:match|blend|make (?:it|them|sure|everything)|keep|adjust|ensure|maintain|preserve|harmoni[sz]e)\w*\b)|\s+with\s+(?=(?:an? |the )?(?:consistent|realistic|matching|natural|same|similar|soft|correct|proper|believable)\b)/u;

/** How the whole is to look. */
const harmony =
  /\b(?:match\w*|blend\w*|harmon\w*|consisten\w*|same|similar|realis\w*|photoreal\w*|natural\w*|seamless\w*|believabl\w*|coherent|cohesive|proper|correct|keep|maintain|preserve)\b|注意|保持|统一|一致|匹配|自然|协调|和谐|真实|逼真|无缝|融洽/u;

export function mainWish(text: string): string {
  const [main = "", ...others] = text.split(seams);
  if (!placingVerb.test(main)) return text;
  const said = others.filter((clause) => clause !== "" && !harmony.test(clause));
  return [main, ...said].join(", ");
}

const pictures = "(?:first|second|1st|2nd|two|both|images?|pictures?|photos?|photographs?|one|other|portraits?|them|these)\\b";
const blendedIn: readonly RegExp[] = [
  new RegExp(
    `\\b(?:blend|merge|fuse|melt|integrate|composite|overlay)\\b(?: (?:the|an?|my|his|her|this|that))?(?! (?:the )?${pictures})(?: [a-z'-]+)+?(?: (?:of|from|in) .{1,24}?)? (?:into|onto|in)\\b`,
    "u",
  ),
  /[把将让]?(?!.{0,4}(?:两张|它们|照片|图片|图像))(?:图[12一二]|第[一二]张图?)?.{1,12}?(?:融入|融进|融合[到进入]|合成[到进入])/u,
];

/** "Blend the man into the street" is no double exposure: he is to stand there. */
export function isBlendedIn(text: string): boolean {
  return blendedIn.some((wish) => wish.test(text));
}
