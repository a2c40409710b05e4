/** Pages by the last row seen, not by an offset: a row that is added or changed does not shift the pages behind it. */
import type { Page } from "#lib/wire.ts";

/** `rows` were asked for with one more than the page holds: that one only tells that there is a next page. */
export function toPage<Item extends { readonly id: string }>(rows: readonly Item[], limit: number): Page<Item> {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** What is in a list becomes parameters of a query, and databases limit those. */
export function inBatches<Item>(items: readonly Item[], size = 500): Item[][] {
  const unique = [...new Set(items)];
  const count = Math.ceil(unique.length / size);
  return Array.from({ length: count }, (_, index) => unique.slice(index * size, (index + 1) * size));
}
