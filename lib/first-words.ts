/** The beginning of a text as a name: a line that can be read to its end. */
export function firstWords(text: string, mostLetters: number): string {
  const letters = [...text];
  if (letters.length <= mostLetters) return text;
  const cut = letters.slice(0, mostLetters - 1).join("");
  const lastGap = cut.lastIndexOf(" ");
  // Words without gaps, or one that fills half the line, are cut where they stand.
  const line = lastGap > mostLetters / 2 ? cut.slice(0, lastGap) : cut;
  return `${line.replace(/[\s,;:，；：]+$/u, "")}…`;
}
