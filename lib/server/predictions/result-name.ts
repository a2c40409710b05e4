/** A result is called by the words that made it, in a line that can be read to its end. */
const mostLetters = 120;

export function resultName(prompt: string): string {
  const letters = [...prompt];
  if (letters.length <= mostLetters) return prompt;
  const cut = letters.slice(0, mostLetters - 1).join("");
  const lastGap = cut.lastIndexOf(" ");
  // Words without gaps, or one that fills half the line, are cut where they stand.
  return `${(lastGap > mostLetters / 2 ? cut.slice(0, lastGap) : cut).trimEnd()}…`;
}
