/** A piece of a straight line or of a circle. Places on it are told as how far along, and how far aside to its left. */
export interface Curve {
  readonly fromX: number;
  readonly fromY: number;
  /** A unit step at its beginning. */
  readonly stepX: number;
  readonly stepY: number;
  /** Radians a pixel, towards the left side; 0 is straight. */
  readonly bend: number;
  readonly length: number;
}

const straight = 1e-4;

/** From one end to the other, turning by so many radians on the way. */
export function curveBetween(fromX: number, fromY: number, toX: number, toY: number, turn: number): Curve {
  const chord = Math.hypot(toX - fromX, toY - fromY);
  const length = Math.abs(turn) < straight ? chord : (chord * (turn / 2)) / Math.sin(turn / 2);
  const [cos, sin] = [Math.cos(-turn / 2), Math.sin(-turn / 2)];
  const [x, y] = [(toX - fromX) / chord, (toY - fromY) / chord];
  return { fromX, fromY, stepX: x * cos - y * sin, stepY: x * sin + y * cos, bend: turn / length, length };
}

/** Also beyond its ends, where it goes on as it bends. */
export function placeAt({ fromX, fromY, stepX, stepY, bend }: Curve, along: number, aside: number): readonly [x: number, y: number] {
  if (Math.abs(bend) < straight) return [fromX + along * stepX - aside * stepY, fromY + along * stepY + aside * stepX];
  const angle = bend * along;
  const ahead = (1 / bend - aside) * Math.sin(angle);
  const left = 1 / bend - (1 / bend - aside) * Math.cos(angle);
  return [fromX + ahead * stepX - left * stepY, fromY + ahead * stepY + left * stepX];
}

export function directionAt({ stepX, stepY, bend }: Curve, along: number): readonly [x: number, y: number] {
  const [cos, sin] = [Math.cos(bend * along), Math.sin(bend * along)];
  return [stepX * cos - stepY * sin, stepX * sin + stepY * cos];
}

export function placeOn(
  { fromX, fromY, stepX, stepY, bend }: Curve,
  x: number,
  y: number,
): { readonly along: number; readonly aside: number } {
  const ahead = (x - fromX) * stepX + (y - fromY) * stepY;
  const left = (y - fromY) * stepX - (x - fromX) * stepY;
  if (Math.abs(bend) < straight) return { along: ahead, aside: left };
  const away = 1 / bend - left;
  return { along: Math.atan2(bend * ahead, bend * away) / bend, aside: 1 / bend - Math.sign(bend) * Math.hypot(ahead, away) };
}
