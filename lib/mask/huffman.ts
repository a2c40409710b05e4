/** Code lengths after Huffman, none longer than deflate allows, and the codes that follow from them (RFC 1951). */
const longest = 15;

/** By symbol; 0 for what never comes. */
export function codeLengths(counts: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  let weights = counts;
  while (!fillLengths(lengths, weights)) weights = weights.map((weight) => Math.ceil(weight / 2));
  return lengths;
}

/** Answers whether all are short enough: seldom not, and flatter weights then make flatter trees. */
function fillLengths(lengths: Uint8Array, weights: Uint32Array): boolean {
  const leaves = [...weights.keys()].filter((symbol) => (weights[symbol] ?? 0) > 0);
  leaves.sort((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0));
  // Leaves first, then the joints as they are made: both are in order of weight, so the lightest two are always at the front of one.
  const weight = leaves.map((symbol) => weights[symbol] ?? 0);
  const parent: number[] = [];
  let leaf = 0;
  let joint = leaves.length;
  const takeLightest = () => {
    const isLeaf = leaf < leaves.length && (joint >= weight.length || (weight[leaf] ?? 0) <= (weight[joint] ?? 0));
    const taken = isLeaf ? leaf : joint;
    if (isLeaf) leaf += 1;
    else joint += 1;
    return taken;
  };
  for (let joins = 1; joins < leaves.length; joins += 1) {
    const [one, other] = [takeLightest(), takeLightest()];
    parent[one] = parent[other] = weight.length;
    weight.push((weight[one] ?? 0) + (weight[other] ?? 0));
  }
  const depth = new Uint8Array(weight.length);
  for (let at = weight.length - 2; at >= 0; at -= 1) depth[at] = (depth[parent[at] ?? 0] ?? 0) + 1;
  for (const [at, symbol] of leaves.entries()) lengths[symbol] = Math.max(1, depth[at] ?? 0);
  return depth.every((deep) => deep <= longest);
}

/** By symbol, turned around as deflate writes them: the first bit lowest. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const next = firstCodes(lengths);
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return turnAround(code, length);
  });
}

/** By length: shorter codes are followed by longer ones that none of them begins. */
function firstCodes(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(longest + 1);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const first = new Uint16Array(longest + 1);
  for (let length = 1; length <= longest; length += 1) first[length] = ((first[length - 1] ?? 0) + (counts[length - 1] ?? 0)) * 2;
  return first;
}

function turnAround(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit += 1) if (code & (1 << bit)) turned |= 1 << (length - 1 - bit);
  return turned;
}
