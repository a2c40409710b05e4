/** Osmanthus (桂花): pairs of stiff dark leaves along the twig, and where they sit bunches of tiny golden flowers. */
import type { Random } from "#lib/pixels/random.ts";
import type { Film } from "../light/film.ts";
import { between, hex, type Radiance, ramp } from "../light/radiance.ts";
import { mixIn } from "../towns/town-house.ts";

interface Bearing {
  readonly soft: number;
  /** What its distance does to a colour. */
  readonly seen: (tone: Radiance) => Radiance;
}

const [gold, pale, amber] = [hex("f2b632"), hex("ffe08a"), hex("d98a1c")];
const [leaf, shine] = [hex("2c4f2a"), hex("7d9c5c")];

/** At a joint of a twig that points that way. */
export function bearOsmanthus(film: Film, random: Random, hand: Bearing, x: number, y: number, turn: number): void {
  const unit = film.unit;
  if (random() < 0.5)
    for (const side of [-1, 1]) {
      const long = unit * (0.03 + 0.018 * random());
      const aside = turn + side * (0.55 + 0.5 * random());
      const own = hand.seen(between(leaf, shine, 0.25 * random()));
      const lit = hand.seen(between(leaf, shine, 0.65));
      paintBlade(film, hand, x + Math.cos(aside) * long, y + Math.sin(aside) * long, long, aside, own, lit);
    }
  const florets = random() < 0.62 ? 9 + Math.floor(11 * random()) : 0;
  const reach = unit * 0.014;
  for (let n = 0; n < florets; n++) {
    const tone = hand.seen(between(between(amber, gold, Math.min(1, n / 5)), pale, 0.7 * random() * (n / florets)));
    const [cx, cy] = [x + (random() + random() - 1) * reach, y + (random() + random() - 1) * reach];
    paintFloret(film, hand, cx, cy, unit * (0.0042 + 0.0016 * random()), random() * 1.6, tone);
  }
}

/** Four round petals. */
function paintFloret(film: Film, { soft }: Bearing, cx: number, cy: number, size: number, turn: number, tone: Radiance): void {
  const reach = size + soft + 0.5;
  const blur = soft / size / 1.3 + 0.12;
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(film.height - 1, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(film.width - 1, cx + reach); x++) {
      const [u, v] = [(x + 0.5 - cx) / size, (y + 0.5 - cy) / size];
      const far = Math.sqrt(u * u + v * v);
      const edge = 0.66 + 0.34 * Math.abs(Math.cos(2 * (Math.atan2(v, u) + turn)));
      const cover = ramp(blur, -blur, far - edge);
      if (cover > 0) mixIn(film, (y * film.width + x) * 3, between(tone, amber, 0.4 * ramp(0.4, 0, far)), 0.95 * cover);
    }
  }
}

/** Pointed at both ends, one half of it in the light. */
function paintBlade(
  film: Film,
  { soft }: Bearing,
  cx: number,
  cy: number,
  long: number,
  turn: number,
  dark: Radiance,
  lit: Radiance,
): void {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const wide = long * 0.34;
  const reach = long + soft;
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(film.height - 1, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(film.width - 1, cx + reach); x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const along = (dx * cos + dy * sin) / long;
      const across = dy * cos - dx * sin;
      const half = wide * (1 - along * along);
      const cover = ramp(-soft - 0.5, soft + 0.5, half - Math.abs(across));
      if (cover <= 0 || Math.abs(along) > 1) continue;
      const vein = ramp(1.4, 0.3, Math.abs(across));
      mixIn(film, (y * film.width + x) * 3, between(dark, lit, across < 0 ? 0.7 : 0.15 + 0.4 * vein), cover);
    }
  }
}
