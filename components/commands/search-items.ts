export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  /** Found by as well, and shown beside the name. */
  readonly note?: string;
  readonly hint: string;
  readonly perform: () => void;
}

/** Every word must occur, whatever the capital letters. */
export function holdsWords(text: string, words: string): boolean {
  const known = text.toLowerCase();
  return words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}

/** Every word must occur; what begins with the first one comes first. */
export function searchItems<Item extends Pick<PaletteItem, "name" | "note">>(items: readonly Item[], words: string): readonly Item[] {
  const [first = ""] = words.trim().toLowerCase().split(/\s+/);
  const rankOf = ({ name }: Item) => (name.toLowerCase().startsWith(first) ? 0 : 1);
  return items
    .filter(({ name, note = "" }) => holdsWords(`${name} ${note}`, words))
    .toSorted((left, right) => rankOf(left) - rankOf(right));
}
