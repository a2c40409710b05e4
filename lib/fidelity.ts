/** What a masked run is shown of a picture, and how true its result stays to it; part of what crosses the network. */
import type { Size } from "#lib/models/model.ts";

/** How a result was joined with its original by hand; with the pictures it names, all that is needed to do it again. */
export interface BlendSettings {
  /** The edit whose result it is. */
  readonly fromEditId: string;
  /** What was drawn, before it was softened; null: what that edit had. */
  readonly alphaId: string | null;
  readonly softnessPx: number;
  readonly colourMatch: number;
  readonly whole: boolean;
}

/** Where a model's whole picture lay on the photograph, and how soft what came over was laid in. */
export interface PhotoTransform {
  readonly kind: "photo";
  /** The size at which the two were compared. */
  readonly seen: Size;
  /** A place x of the photograph, at that size, lay at scaleX · x + shiftX of the result. */
  readonly scaleX: number;
  readonly shiftX: number;
  readonly scaleY: number;
  readonly shiftY: number;
  /** In pixels of that size. */
  readonly growPx: number;
  readonly featherPx: number;
}

/** How a filled frame was laid in, in the model's pixels; where it lies is said by the run's frame. */
export interface PasteTransform {
  readonly kind: "paste";
  readonly opaquePx: number;
  readonly seamPx: number;
}

/**
 * The numbers by which a result was laid in. With the pictures beside it (how much came over, the placed result, and as that
 * one's source the provider's own file) it is all one needs to do it again; the colours that were fitted are the placed result's.
 */
export type Transform = PhotoTransform | PasteTransform;

/** How true an edit is to its parent's picture, counted pixel by pixel when it was made. */
export interface Fidelity {
  /** paste = a fill pasted back, photo = only what changed was brought over, whole = the whole result, blend = refined by hand. */
  readonly method: "paste" | "photo" | "whole" | "blend";
  /** Of the stored picture. */
  readonly pixels: number;
  /** Pixels whose value differs from the parent edit's picture. */
  readonly changed: number;
  /** Outside the soft mask; null where there is none. */
  readonly outside: { readonly pixels: number; readonly changed: number } | null;
  /** Why the whole result stands. */
  readonly reason: "global" | "unaligned" | "ratio" | null;
  /** A stored grey picture of the edit's size: how much of the result came over, 255 = all. */
  readonly alphaId: string | null;
  /** A stored picture of the edit's size: the result brought to its place, before blending. */
  readonly resultId: string | null;
  /** Null where nothing was laid in; missing from edits of a time when it was not kept. */
  readonly transform?: Transform | null;
  /** The model's own picture, stored as it came, where that has more pixels than the edit's: what "the whole result" means then. */
  readonly larger?: { readonly pictureId: string; readonly width: number; readonly height: number };
  /** Only where it was refined by hand. */
  readonly blend?: BlendSettings;
  /** What the model saw: its working pixels per original pixel along a side, e.g. 0.84. */
  readonly scale: number;
}

/** A rectangle in whole pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels by which a picture's canvas grows at each side. */
export interface Expansion {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What a run with a mask is shown and where its result belongs; settled before anybody is asked and kept with the
 * prediction, so that after a restart the result still lands on the same pixels.
 */
export interface Frame {
  readonly method: "paste";
  readonly expand: Expansion;
  /** What the model sees, on the canvas (the picture grown by `expand`). */
  readonly box: Box;
  /** The box's size in the model's pixels: its own where that fits. */
  readonly content: Size;
  /** The content, mirrored at the right and below up to sides the model takes. */
  readonly working: Size;
}
