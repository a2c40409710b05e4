export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly perform: () => void;
}

/** Every word must occur; what begins with the first one comes first. */
export function searchItems<Item extends { readonly name: string }>(items: readonly Item[], words: string): readonly Item[] {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const [first = ""] = wanted;
  const rankOf = ({ name }: Item) => (name.toLowerCase().startsWith(first) ? 0 : 1);
  return items
    .filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)))
    .toSorted((left, right) => rankOf(left) - rankOf(right));
}
