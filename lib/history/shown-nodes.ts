/** The tree without some of its nodes: what hung below one of them hangs from the nearest node above it that is left. */
interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

export function shownNodes<Shown extends Node>(nodes: readonly Shown[], isShown: (node: Shown) => boolean): readonly Shown[] {
  if (nodes.every(isShown)) return nodes;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** Where what hangs from this node finds its place; filled from above, so that a long chain is walked once. */
  const holders = new Map<string, string | null>();

  function holderOf(parentId: string | null): string | null {
    const passed: string[] = [];
    let above = parentId;
    while (above !== null && !holders.has(above)) {
      const node = byId.get(above);
      if (!node || isShown(node) || passed.includes(above)) break;
      passed.push(above);
      above = node.parentId;
    }
    const holder = above !== null && holders.has(above) ? (holders.get(above) ?? null) : above;
    for (const id of passed) holders.set(id, holder);
    return holder;
  }

  return nodes.filter(isShown).map((node) => {
    const parentId = holderOf(node.parentId);
    return parentId === node.parentId ? node : { ...node, parentId };
  });
}
