/** Text as it is looked for. Folded here, because databases disagree about capital letters beyond ASCII. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** For `like … escape '\'`: what a person typed stands for itself. */
export function likePattern(search: string): string {
  return `%${foldText(search).replaceAll(/[\\%_]/g, "\\$&")}%`;
}
