/** Gives a region another colour and leaves its light and shade. */
import type { NamedColour } from "#lib/engine/instructions/colours.ts";
import { labToRgb, rgbToLab } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { findRegion, hueOf } from "./region.ts";

export interface Recoloured {
  readonly raster: Raster;
  /** A sentence for the log when the region was a guess. */
  readonly note: string | undefined;
}

/** Undefined when the picture holds nothing of the colour spoken of. */
export function* recolour(source: Raster, thing: string, from: NamedColour | undefined, to: NamedColour): Work<Recoloured | undefined> {
  const region = yield* part(findRegion(source, from?.rgb), 0, 0.6);
  if (region === undefined) return undefined;
  const aim = rgbToLab(...to.rgb);
  const aimChroma = Math.hypot(aim[1], aim[2]);
  const aimHue = (hueOf(aim) * Math.PI) / 180;
  const ownChroma = Math.hypot(region.mean[1], region.mean[2]);
  const ownHue = hueOf(region.mean);
  // Neutral aims are reached by lightness; coloured ones keep most of the region's own.
  const lightShare = aimChroma < 12 ? 0.85 : 0.4;
  const raster = yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const weight = region.mask.data[i] as number;
    out[0] = red;
    out[1] = green;
    out[2] = blue;
    if (weight === 0) return;
    const lab = rgbToLab(red, green, blue);
    const shine = Math.min(1, Math.max(0, (lab[0] - 80) / 20));
    const lightness = lab[0] + lightShare * (aim[0] - region.mean[0]) * (1 - shine) * Math.min(1, lab[0] / 30);
    const body = Math.max(0, 1 - ((lab[0] - 55) / 60) ** 2);
    const relative = ownChroma > 14 ? Math.min(1.35, Math.hypot(lab[1], lab[2]) / ownChroma) : body;
    const spread = ownChroma > 14 ? (((((hueOf(lab) - ownHue + 540) % 360) - 180) * Math.PI) / 180) * 0.25 : 0;
    const chroma = aimChroma * relative;
    const rgb = labToRgb(lightness, chroma * Math.cos(aimHue + spread), chroma * Math.sin(aimHue + spread));
    for (let c = 0; c < 3; c++) out[c] = (out[c] as number) + weight * ((rgb[c] as number) - (out[c] as number));
  });
  const size = `${Math.max(1, Math.round(region.share * 100))} % of the picture`;
  if (from !== undefined) return { raster, note: undefined };
  const what = region.isCentre ? "the region in the middle" : "the strongest coloured region near the middle";
  return { raster, note: `Took ${what} (${size}) for "${thing}"; this engine goes by colour and does not recognise things` };
}
