/**
 * Whether a colour profile means sRGB. Decided by what the profile says, not by its name: there are dozens of sRGB
 * profiles under as many names, and converting between two of them would only cost the original file.
 */
type Curve = (value: number) => number;

/** Primaries of sRGB as profiles write them, adapted to D50. */
const primaries: readonly (readonly [tag: string, xyz: readonly [number, number, number]])[] = [
  ["rXYZ", [0.4361, 0.2225, 0.0139]],
  ["gXYZ", [0.3851, 0.7169, 0.0971]],
  ["bXYZ", [0.1431, 0.0606, 0.7141]],
];
const curves = ["rTRC", "gTRC", "bTRC"];
const samples = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9];
const primaryTolerance = 0.003;
/** Half a step of 8 bits, as light. */
const curveTolerance = 0.004;

export function isSrgbProfile(profile: Buffer): boolean {
  try {
    if (profile.toString("latin1", 16, 20) !== "RGB ") return false;
    const tags = readTags(profile);
    return primaries.every(([tag, xyz]) => isNear(tags.get(tag), xyz)) && curves.every((tag) => isSrgbCurve(tags.get(tag)));
  } catch (error) {
    // Shorter than it says: no profile anybody can honour.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function readTags(profile: Buffer): Map<string, Buffer> {
  const tags = new Map<string, Buffer>();
  const count = Math.min(profile.readUInt32BE(128), 100);
  for (let index = 0; index < count; index += 1) {
    const entry = 132 + index * 12;
    const start = profile.readUInt32BE(entry + 4);
    tags.set(profile.toString("latin1", entry, entry + 4), profile.subarray(start, start + profile.readUInt32BE(entry + 8)));
  }
  // A lookup table overrules the primaries and curves beside it.
  if (tags.has("A2B0")) return new Map();
  return tags;
}

function isNear(tag: Buffer | undefined, expected: readonly number[]): boolean {
  return tag !== undefined && expected.every((value, index) => Math.abs(fixed(tag, 8 + index * 4) - value) <= primaryTolerance);
}

function isSrgbCurve(tag: Buffer | undefined): boolean {
  const curve = tag && readCurve(tag);
  return curve !== undefined && curve !== null && samples.every((value) => Math.abs(curve(value) - srgbToLight(value)) <= curveTolerance);
}

function srgbToLight(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function readCurve(tag: Buffer): Curve | null {
  const type = tag.toString("latin1", 0, 4);
  if (type === "para") return readFormula(tag);
  if (type !== "curv") return null;
  const count = tag.readUInt32BE(8);
  if (count === 0) return (value) => value;
  if (count === 1) {
    const gamma = tag.readUInt16BE(12) / 256;
    return (value) => value ** gamma;
  }
  return (value) => {
    const at = value * (count - 1);
    const low = Math.floor(at);
    const [from, to] = [tag.readUInt16BE(12 + low * 2), tag.readUInt16BE(12 + Math.min(low + 1, count - 1) * 2)];
    return (from + (to - from) * (at - low)) / 65_535;
  };
}

/** Parametric curves: each kind of formula adds terms to the one before. Kinds 1 and 2 do not occur in sRGB profiles. */
function readFormula(tag: Buffer): Curve | null {
  const term = (index: number) => fixed(tag, 12 + index * 4);
  const kind = tag.readUInt16BE(8);
  const g = term(0);
  if (kind === 0) return (value) => value ** g;
  if (kind !== 3 && kind !== 4) return null;
  const [a, b, c, d] = [term(1), term(2), term(3), term(4)];
  const [e, f] = kind === 4 ? [term(5), term(6)] : [0, 0];
  return (value) => (value >= d ? (a * value + b) ** g + e : c * value + f);
}

function fixed(bytes: Buffer, at: number): number {
  return bytes.readInt32BE(at) / 65_536;
}
