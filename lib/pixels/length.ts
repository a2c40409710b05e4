/** Math.hypot without its care for overflow, which costs ten times as much and an array a call. */
export function lengthOf(x: number, y: number, z = 0): number {
  return Math.sqrt(x * x + y * y + z * z);
}
