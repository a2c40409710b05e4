/** Where each edit stands in the drawn tree: a column for each step from the root, a lane for each branch. */
interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

export interface TreePlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly column: number;
  readonly lane: number;
}

export interface TreeLayout {
  readonly places: readonly TreePlace[];
  readonly columns: number;
  readonly lanes: number;
}

/** The first child goes on in its parent's lane, each further one begins a lane below all before it. Deep trees need no deep stack. */
export function layoutTree(nodes: readonly Node[]): TreeLayout {
  const known = new Set(nodes.map(({ id }) => id));
  const children = Map.groupBy(nodes, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : ""));
  const places: TreePlace[] = [];
  const waiting = (children.get("") ?? []).map((node) => ({ node, column: 0, isFirst: false, parentLane: 0 })).toReversed();
  let lanes = 0;
  let columns = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, column, isFirst, parentLane } = next;
    const lane = isFirst ? parentLane : lanes;
    if (!isFirst) lanes += 1;
    columns = Math.max(columns, column + 1);
    places.push({ id: node.id, parentId: column === 0 ? null : node.parentId, column, lane });
    const own = (children.get(node.id) ?? []).map((child, at) => ({
      node: child,
      column: column + 1,
      isFirst: at === 0,
      parentLane: lane,
    }));
    waiting.push(...own.toReversed());
  }
  return { places, columns, lanes };
}

/** How many ends the tree has. */
export function countBranches(nodes: readonly Node[]): number {
  const parents = new Set(nodes.map(({ parentId }) => parentId));
  return nodes.filter(({ id }) => !parents.has(id)).length;
}
