/**
 * The minimum barrier distance (Zhang et al. 2015): how much a value must rise and fall at least on a way from the
 * seeds. What is walled off from the border by an outline is far away, however its inside looks.
 */
export function barrierDistance(values: Float32Array, isSeed: Uint8Array, width: number, passes = 4): Float32Array {
  const distance = Float32Array.from(isSeed, (seed) => (seed ? 0 : 1e9));
  const highest = values.slice();
  const lowest = values.slice();
  const reach = (from: number, to: number): void => {
    const high = Math.max(highest[from] as number, values[to] as number);
    const low = Math.min(lowest[from] as number, values[to] as number);
    if (high - low >= (distance[to] as number)) return;
    distance[to] = high - low;
    highest[to] = high;
    lowest[to] = low;
  };
  for (let pass = 0; pass < passes; pass++) {
    if (pass % 2 === 0) {
      for (let i = 0; i < values.length; i++) {
        if (i % width > 0) reach(i - 1, i);
        if (i >= width) reach(i - width, i);
      }
    } else {
      for (let i = values.length - 1; i >= 0; i--) {
        if (i % width < width - 1) reach(i + 1, i);
        if (i + width < values.length) reach(i + width, i);
      }
    }
  }
  return distance;
}
