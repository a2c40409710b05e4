export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  /** Found by as well, and shown beside the name. */
  readonly note?: string;
  readonly hint: string;
  readonly perform: () => void;
}

/** Every word must occur; what begins with the first one comes first. */
export function searchItems<Item extends Pick<PaletteItem, "name" | "note">>(items: readonly Item[], words: string): readonly Item[] {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const [first = ""] = wanted;
  const rankOf = ({ name }: Item) => (name.toLowerCase().startsWith(first) ? 0 : 1);
  return items
    .filter(({ name, note = "" }) => {
      const text = `${name} ${note}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((left, right) => rankOf(left) - rankOf(right));
}
