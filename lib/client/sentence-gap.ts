/** What stands between two sentences: in Chinese nothing, as the full stop brings its own room along. */
export function sentenceGap(language: string): string {
  return language.startsWith("zh") ? "" : " ";
}
