/** The models of the house, one line each. */
import { fluxPro11 } from "./flux-1.1-pro.ts";
import { fluxDev } from "./flux-dev.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { fluxKontextDev } from "./flux-kontext-dev.ts";
import { fluxKontextPro } from "./flux-kontext-pro.ts";
import { fluxPro } from "./flux-pro.ts";
import { fluxSchnell } from "./flux-schnell.ts";
import type { ModelEntry } from "./model.ts";
import { multiImageKontextPro } from "./multi-image-kontext-pro.ts";

export const builtInModels: readonly ModelEntry[] = [
  fluxKontextPro,
  fluxKontextDev,
  fluxFillDev,
  multiImageKontextPro,
  fluxPro11,
  fluxPro,
  fluxDev,
  fluxSchnell,
];
