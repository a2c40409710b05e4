/** What an instruction can come to: the closed list of things the engine does to one picture. */
import type { NamedColour } from "./colours.ts";

export type ToneName = "brightness" | "contrast" | "saturation" | "vibrance" | "warmth" | "gamma" | "shadows" | "highlights" | "clarity";
export type LookName =
  | "black and white"
  | "sepia"
  | "inverted colours"
  | "vintage"
  | "golden hour"
  | "night"
  | "faded"
  | "high-key"
  | "low-key"
  | "cinematic"
  | "fog";
export type FilterName = "sharpening" | "blur" | "vignette" | "grain" | "noise reduction" | "posterising";
export type StyleName = "cartoon" | "pencil sketch" | "oil painting" | "watercolour" | "pixel art" | "halftone";

export type Operation =
  /** −1..1, where 0.2 reads as 20 %. */
  | { readonly kind: "tone"; readonly name: ToneName; readonly amount: number }
  /** 1 is the usual strength. */
  | { readonly kind: "look"; readonly name: LookName; readonly strength: number }
  | { readonly kind: "filter"; readonly name: FilterName; readonly strength: number }
  | { readonly kind: "style"; readonly name: StyleName; readonly strength: number }
  | { readonly kind: "tint"; readonly colour: NamedColour; readonly strength: number }
  | { readonly kind: "recolour"; readonly thing: string; readonly from?: NamedColour; readonly to: NamedColour }
  | { readonly kind: "rotate"; readonly quarters: number }
  | { readonly kind: "mirror"; readonly axis: "horizontal" | "vertical" }
  | { readonly kind: "crop"; readonly ratio: readonly [number, number] }
  | { readonly kind: "border"; readonly colour: NamedColour };

export function describeOperation(operation: Operation): string {
  switch (operation.kind) {
    case "tone":
      return `${operation.name} ${operation.amount < 0 ? "−" : "+"}${Math.round(Math.abs(operation.amount) * 100)} %`;
    case "look":
    case "filter":
    case "style":
      return operation.strength === 1 ? operation.name : `${operation.name} at ${Math.round(operation.strength * 100)} %`;
    case "tint":
      return `${operation.colour.name} tint`;
    case "recolour":
      return `${operation.thing} → ${operation.to.name}`;
    case "rotate":
      return `turned ${operation.quarters * 90}° clockwise`;
    case "mirror":
      return operation.axis === "horizontal" ? "mirrored left to right" : "mirrored top to bottom";
    case "crop":
      return `cropped to ${operation.ratio.join(":")}`;
    case "border":
      return `${operation.colour.name} border`;
  }
}
