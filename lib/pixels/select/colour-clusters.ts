/** The colours of a thing as a few round clouds in Lab: how unlikely a colour is for it. */
export interface ColourSamples {
  readonly count: number;
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly size: Float32Array;
}

export interface Cloud {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
  /** Squared radius. */
  readonly spread: number;
  readonly share: number;
  /** How likely its very middle is, and how fast that falls with the squared distance: worked out once, asked for every pixel. */
  readonly height: number;
  readonly fall: number;
}

const mostClouds = 6;
const rounds = 6;
/** Grain keeps every cloud from shrinking to a point. */
const leastSpread = 12;

/** Samples of weight 0 do not count. */
export function findClouds(samples: ColourSamples, weights: Float32Array): readonly Cloud[] {
  const members = Array.from({ length: samples.count }, (_, at) => at).filter((at) => (weights[at] ?? 0) > 0);
  if (members.length === 0) return [];
  let centres = plant(samples, members);
  let clouds: readonly Cloud[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const groups = centres.map((): number[] => []);
    for (const at of members) groups[nearest(samples, at, centres)]?.push(at);
    clouds = groups.filter((group) => group.length > 0).map((group) => cloudOf(samples, weights, group));
    centres = clouds.map(({ lightness, a, b }) => [lightness, a, b]);
  }
  const total = clouds.reduce((sum, { share }) => sum + share, 0);
  return clouds.map((cloud) => ({ ...cloud, share: cloud.share / total, height: cloud.share / total / cloud.spread ** 1.5 }));
}

/** Minus the logarithm of how likely the sample is. */
export function unlikeliness(samples: ColourSamples, at: number, clouds: readonly Cloud[]): number {
  const [lightness, a, b] = [samples.lightness[at] ?? 0, samples.a[at] ?? 0, samples.b[at] ?? 0];
  let likely = 1e-12;
  for (const cloud of clouds) {
    const squared = (lightness - cloud.lightness) ** 2 + (a - cloud.a) ** 2 + (b - cloud.b) ** 2;
    likely += cloud.height * Math.exp(-cloud.fall * squared);
  }
  return -Math.log(likely);
}

type Centre = readonly [number, number, number];

/** Each next centre is the sample farthest from those before it. */
function plant(samples: ColourSamples, members: readonly number[]): readonly Centre[] {
  const centreAt = (at: number): Centre => [samples.lightness[at] ?? 0, samples.a[at] ?? 0, samples.b[at] ?? 0];
  const centres: Centre[] = [centreAt(members[0] ?? 0)];
  const distances = new Float64Array(members.length).fill(Number.POSITIVE_INFINITY);
  while (centres.length < Math.min(mostClouds, members.length)) {
    const newest = centres.at(-1) ?? centreAt(0);
    let farthest = members[0] ?? 0;
    let most = -1;
    for (let index = 0; index < members.length; index += 1) {
      const at = members[index] ?? 0;
      const distance = Math.min(distances[index] ?? 0, squaredTo(samples, at, newest));
      distances[index] = distance;
      if (distance > most) [farthest, most] = [at, distance];
    }
    centres.push(centreAt(farthest));
  }
  return centres;
}

function nearest(samples: ColourSamples, at: number, centres: readonly Centre[]): number {
  let found = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < centres.length; index += 1) {
    const centre = centres[index];
    const squared = centre ? squaredTo(samples, at, centre) : least;
    if (squared >= least) continue;
    found = index;
    least = squared;
  }
  return found;
}

function squaredTo(samples: ColourSamples, at: number, centre: Centre): number {
  const lightness = (samples.lightness[at] ?? 0) - centre[0];
  const a = (samples.a[at] ?? 0) - centre[1];
  const b = (samples.b[at] ?? 0) - centre[2];
  return lightness * lightness + a * a + b * b;
}

function cloudOf(samples: ColourSamples, weights: Float32Array, group: readonly number[]): Cloud {
  const weightOf = (at: number) => (weights[at] ?? 0) * (samples.size[at] ?? 0);
  const share = group.reduce((sum, at) => sum + weightOf(at), 0);
  const mean = (values: Float32Array) => group.reduce((sum, at) => sum + weightOf(at) * (values[at] ?? 0), 0) / share;
  const centre: Centre = [mean(samples.lightness), mean(samples.a), mean(samples.b)];
  const spread = group.reduce((sum, at) => sum + weightOf(at) * squaredTo(samples, at, centre), 0) / share;
  const wide = spread + leastSpread;
  return { lightness: centre[0], a: centre[1], b: centre[2], spread: wide, share, height: share / wide ** 1.5, fall: 1.5 / wide };
}
