/** Colour spaces for one pixel at a time; sRGB values are 0..255, linear ones 0..1, Lab is CIE with D65. */
export type Rgb = readonly [red: number, green: number, blue: number];
export type Lab = readonly [lightness: number, a: number, b: number];
/** Hue in degrees, saturation and lightness 0..1. */
export type Hsl = readonly [hue: number, saturation: number, lightness: number];

const linearOf = new Float64Array(256);
for (let value = 0; value < 256; value++) {
  const c = value / 255;
  linearOf[value] = c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

export function toLinear(value: number): number {
  const clamped = value < 0 ? 0 : Math.min(value, 255);
  const low = Math.floor(clamped);
  const start = linearOf[low] as number;
  return low === clamped ? start : start + (clamped - low) * ((linearOf[low + 1] as number) - start);
}

export function fromLinear(light: number): number {
  if (light <= 0) return 0;
  if (light >= 1) return 255;
  return 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);
}

/** Rec. 709 luma of sRGB values: how bright a pixel looks, roughly. */
export function lumaOf(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function rgbToLab(red: number, green: number, blue: number): Lab {
  const r = toLinear(red);
  const g = toLinear(green);
  const b = toLinear(blue);
  const x = labCurve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = labCurve(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = labCurve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

export function labToRgb(lightness: number, a: number, b: number): Rgb {
  const fy = (lightness + 16) / 116;
  const x = 0.95047 * labUncurve(fy + a / 500);
  const y = labUncurve(fy);
  const z = 1.08883 * labUncurve(fy - b / 200);
  return [
    fromLinear(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
    fromLinear(-0.969266 * x + 1.8760108 * y + 0.041556 * z),
    fromLinear(0.0556434 * x - 0.2040259 * y + 1.0572252 * z),
  ];
}

export function rgbToHsl(red: number, green: number, blue: number): Hsl {
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const chroma = max - min;
  const lightness = (max + min) / 510;
  if (chroma === 0) return [0, 0, lightness];
  const saturation = chroma / 255 / (1 - Math.abs(2 * lightness - 1));
  let sextant: number;
  if (max === red) sextant = ((green - blue) / chroma + 6) % 6;
  else if (max === green) sextant = (blue - red) / chroma + 2;
  else sextant = (red - green) / chroma + 4;
  return [sextant * 60, saturation, lightness];
}

export function hslToRgb(hue: number, saturation: number, lightness: number): Rgb {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** The shorter way round the circle, 0..180. */
export function hueDistance(a: number, b: number): number {
  const d = Math.abs(a - b) % 360;
  return d > 180 ? 360 - d : d;
}

function labCurve(t: number): number {
  return t > 0.008856451679 ? Math.cbrt(t) : t / 0.12841854934 + 4 / 29;
}

function labUncurve(t: number): number {
  return t > 6 / 29 ? t * t * t : 0.12841854934 * (t - 4 / 29);
}
