/** What a stage shows of a picture that has just been made, drawn from its pixels while they are packed: nothing is decoded for it. */
import type { Raster } from "#lib/pixels/raster.ts";
import type { StageCopy } from "../darkroom.ts";
import { drawCopy } from "../thumbnail.ts";
import { asSharp } from "./read-content.ts";

/** Answers whether there is one. A failure is nobody's surprise until it is waited for. */
export function drawStageCopy(picture: Raster, hasAlpha: boolean, copy: StageCopy | undefined): Promise<boolean> {
  if (copy === undefined || hasAlpha) return Promise.resolve(false);
  const drawing = drawCopy(asSharp(picture).removeAlpha(), { ...copy, format: "jpeg" }).then(() => true);
  drawing.catch(() => undefined);
  return drawing;
}
