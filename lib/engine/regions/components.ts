/** Groups of touching pixels (four neighbours) that are likelier than not. */
export function componentsOf(likely: ArrayLike<number>, width: number, height: number): readonly (readonly number[])[] {
  const seen = new Uint8Array(width * height);
  const groups: number[][] = [];
  for (let start = 0; start < likely.length; start++) {
    if (seen[start] || (likely[start] as number) < 0.5) continue;
    const group = [start];
    seen[start] = 1;
    for (let n = 0; n < group.length; n++) {
      const i = group[n] as number;
      const x = i % width;
      const near = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width < width * height ? i + width : -1];
      for (const j of near) {
        if (j < 0 || seen[j] || (likely[j] as number) < 0.5) continue;
        seen[j] = 1;
        group.push(j);
      }
    }
    groups.push(group);
  }
  return groups;
}
