/** Clear glass: what stands behind it shows, darker and bent towards its rims, and water in it as a paler half. */
import { lengthOf } from "#lib/pixels/length.ts";
import { between, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { type Form, lathe } from "./solid.ts";

const water = hex("dcebe8");

/** Of the colour that was said, or of none. */
export function glassVase(own: Radiance | undefined): Form {
  // A tall beaker, a little wider at its mouth.
  return blown((y) => 0.4 + 0.1 * ramp(0, 2.15, y) + 0.035 * ramp(2.0, 2.15, y), 2.15, 1.25, own);
}

export function glassBottle(own: Radiance | undefined): Form {
  return blown((y) => 0.36 - 0.22 * ramp(1.3, 1.8, y) + 0.035 * ramp(2.28, 2.34, y) * ramp(2.46, 2.42, y), 2.46, 1.0, own);
}

function blown(radius: (y: number) => number, top: number, filled: number, own: Radiance | undefined): Form {
  const body = lathe(radius, 0, top, 0.9);
  return {
    middle: top / 2,
    reach: lengthOf(top / 2, 0.56) + 0.02,
    top: top + 0.04,
    isClear: true,
    distance: (x, y, z) => body(x, y, z) - 0.015,
    skin: (_x, y, _z, up, out) => {
      set(out.colour, own === undefined ? hex("f2f7f5") : between(own, hex("ffffff"), 0.22));
      // The foot is thick, the rim is ground, and the water has a surface.
      if (y < filled) towards(out.colour, water, own === undefined ? 0.6 : 0.1);
      const line = Math.max(
        ramp(0.03, 0.008, Math.abs(y - filled)),
        ramp(0.13, 0.06, y),
        up > 0.8 ? 0.25 : 0,
        ramp(top - 0.05, top - 0.02, y),
      );
      out.clear = 0.96 - 0.3 * line;
      out.gloss = 0.9;
      out.glow = 0.4;
    },
  };
}
