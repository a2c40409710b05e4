/**
 * The cheapest cut of a network into a source side and a sink side, by maximum flow (Boykov and Kolmogorov 2004): two
 * search trees grow towards each other and are mended, not rebuilt, after every path. Capacities are whole numbers.
 */

const none = -1;
const terminal = -2;
const orphaned = -3;
const fromSource = 1;
const fromSink = 2;
const unreachable = 1_000_000_000;

export class FlowNetwork {
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #first: Int32Array;
  readonly #room: Int32Array;
  /** Above 0: still to come from the source; below: still to go to the sink. */
  readonly #excess: Int32Array;
  readonly #parent: Int32Array;
  readonly #tree: Uint8Array;
  readonly #stamp: Int32Array;
  readonly #distance: Int32Array;
  readonly #isWaiting: Uint8Array;
  #waiting: number[] = [];
  #served = 0;
  #orphans: number[] = [];
  #time = 0;
  #arcs = 0;

  constructor(nodes: number, edges: number) {
    this.#head = new Int32Array(edges * 2);
    this.#next = new Int32Array(edges * 2);
    this.#room = new Int32Array(edges * 2);
    this.#first = new Int32Array(nodes).fill(none);
    this.#excess = new Int32Array(nodes);
    this.#parent = new Int32Array(nodes);
    this.#tree = new Uint8Array(nodes);
    this.#stamp = new Int32Array(nodes);
    this.#distance = new Int32Array(nodes);
    this.#isWaiting = new Uint8Array(nodes);
  }

  /** Adds an edge without capacity and returns its number. */
  connect(a: number, b: number): number {
    const arc = this.#arcs;
    this.#arcs += 2;
    this.#hang(arc, a, b);
    this.#hang(arc + 1, b, a);
    return arc / 2;
  }

  #hang(arc: number, from: number, to: number): void {
    this.#head[arc] = to;
    this.#next[arc] = this.#first[from] as number;
    this.#first[from] = arc;
  }

  /** Takes all capacities back; the edges stay. */
  empty(): void {
    this.#room.fill(0);
    this.#excess.fill(0);
  }

  widen(edge: number, there: number, back: number): void {
    this.#room[edge * 2] = (this.#room[edge * 2] as number) + there;
    this.#room[edge * 2 + 1] = (this.#room[edge * 2 + 1] as number) + back;
  }

  /** What it costs more to have the node on the sink's side than on the source's; may be negative. */
  lean(node: number, cost: number): void {
    this.#excess[node] = (this.#excess[node] as number) + cost;
  }

  /** Finds the cut. Ask `isOnSinkSide` afterwards. */
  cut(): void {
    this.#plant();
    let current: number = none;
    for (;;) {
      if (current === none || this.#parent[current] === none) current = this.#nextWaiting();
      if (current === none) return;
      const bridge = this.#grow(current);
      this.#time++;
      if (bridge === none) {
        current = none;
        continue;
      }
      this.#augment(bridge);
      for (let n = 0; n < this.#orphans.length; n++) this.#adopt(this.#orphans[n] as number);
      this.#orphans.length = 0;
    }
  }

  /** A node that neither tree reached costs the same on both sides and stays with the source. */
  isOnSinkSide(node: number): boolean {
    return this.#parent[node] !== none && this.#tree[node] === fromSink;
  }

  #plant(): void {
    this.#waiting = [];
    this.#served = 0;
    this.#time = 0;
    this.#isWaiting.fill(0);
    this.#stamp.fill(0);
    for (let node = 0; node < this.#first.length; node++) {
      const excess = this.#excess[node] as number;
      this.#parent[node] = excess === 0 ? none : terminal;
      if (excess === 0) continue;
      this.#tree[node] = excess > 0 ? fromSource : fromSink;
      this.#distance[node] = 1;
      this.#wake(node);
    }
  }

  #wake(node: number): void {
    if (this.#isWaiting[node]) return;
    this.#isWaiting[node] = 1;
    this.#waiting.push(node);
  }

  #nextWaiting(): number {
    while (this.#served < this.#waiting.length) {
      const node = this.#waiting[this.#served++] as number;
      this.#isWaiting[node] = 0;
      if (this.#parent[node] !== none) return node;
    }
    return none;
  }

  /** Lets the node's tree take its neighbours; returns the arc on which the trees meet. */
  #grow(node: number): number {
    const tree = this.#tree[node] as number;
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      const outward = tree === fromSource ? arc : arc ^ 1;
      if (this.#room[outward] === 0) continue;
      const other = this.#head[arc] as number;
      if (this.#parent[other] === none) {
        this.#tree[other] = tree;
        this.#join(other, arc ^ 1, node);
        this.#wake(other);
      } else if (this.#tree[other] !== tree) return outward;
      else if (
        (this.#stamp[other] as number) <= (this.#stamp[node] as number) &&
        (this.#distance[other] as number) > (this.#distance[node] as number)
      ) {
        this.#join(other, arc ^ 1, node);
      }
    }
    return none;
  }

  #join(child: number, arc: number, parent: number): void {
    this.#parent[child] = arc;
    this.#stamp[child] = this.#stamp[parent] as number;
    this.#distance[child] = (this.#distance[parent] as number) + 1;
  }

  #augment(bridge: number): void {
    const start = this.#head[bridge ^ 1] as number;
    const end = this.#head[bridge] as number;
    let flow = Math.min(this.#room[bridge] as number, this.#narrowest(start, 1), this.#narrowest(end, 0));
    this.#room[bridge] = (this.#room[bridge] as number) - flow;
    this.#room[bridge ^ 1] = (this.#room[bridge ^ 1] as number) + flow;
    this.#push(start, 1, flow);
    flow = -flow;
    this.#push(end, 0, flow);
  }

  /** `flip` is 1 in the source's tree, where flow runs against the way to the root. */
  #narrowest(from: number, flip: 0 | 1): number {
    let node = from;
    let least = unreachable;
    for (let arc = this.#parent[node] as number; arc !== terminal; arc = this.#parent[node] as number) {
      least = Math.min(least, this.#room[arc ^ flip] as number);
      node = this.#head[arc] as number;
    }
    return Math.min(least, Math.abs(this.#excess[node] as number));
  }

  #push(from: number, flip: 0 | 1, signed: number): void {
    const flow = Math.abs(signed);
    let node = from;
    for (let arc = this.#parent[node] as number; arc !== terminal; arc = this.#parent[node] as number) {
      this.#room[arc ^ flip] = (this.#room[arc ^ flip] as number) - flow;
      this.#room[arc ^ flip ^ 1] = (this.#room[arc ^ flip ^ 1] as number) + flow;
      if (this.#room[arc ^ flip] === 0) this.#orphan(node);
      node = this.#head[arc] as number;
    }
    this.#excess[node] = (this.#excess[node] as number) - signed;
    if (this.#excess[node] === 0) this.#orphan(node);
  }

  #orphan(node: number): void {
    this.#parent[node] = orphaned;
    this.#orphans.push(node);
  }

  /** Gives the node a new parent in its tree, the nearest to the root; without one it and its children are let go. */
  #adopt(node: number): void {
    const tree = this.#tree[node] as number;
    const flip = tree === fromSource ? 1 : 0;
    let best: number = none;
    let shortest = unreachable;
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      const other = this.#head[arc] as number;
      if (this.#room[arc ^ flip] === 0 || this.#tree[other] !== tree || this.#parent[other] === none) continue;
      const distance = this.#distanceToRoot(other);
      if (distance < shortest) [best, shortest] = [arc, distance];
    }
    this.#parent[node] = best;
    if (best !== none) {
      this.#stamp[node] = this.#time;
      this.#distance[node] = shortest + 1;
      return;
    }
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      const other = this.#head[arc] as number;
      const parent = this.#parent[other] as number;
      if (this.#tree[other] !== tree || parent === none) continue;
      if (this.#room[arc ^ flip] !== 0) this.#wake(other);
      if (parent >= 0 && this.#head[parent] === node) this.#orphan(other);
    }
  }

  #distanceToRoot(from: number): number {
    let steps = 0;
    let node = from;
    for (; this.#stamp[node] !== this.#time; node = this.#head[this.#parent[node] as number] as number) {
      const parent = this.#parent[node] as number;
      if (parent === orphaned || parent === none) return unreachable;
      steps++;
      if (parent !== terminal) continue;
      this.#stamp[node] = this.#time;
      this.#distance[node] = 1;
      steps--;
      break;
    }
    const total = steps + (this.#distance[node] as number);
    let distance = total;
    for (node = from; this.#stamp[node] !== this.#time; node = this.#head[this.#parent[node] as number] as number) {
      this.#stamp[node] = this.#time;
      this.#distance[node] = distance--;
    }
    return total;
  }
}
