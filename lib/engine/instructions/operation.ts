/** What an instruction can come to: the closed list of things the engine does to one picture, or to a place in it. */
import type { FaceName } from "#lib/engine/lettering/typeface.ts";
import type { EnlargeTimes } from "#lib/models/enlarge.ts";
import type { NamedColour } from "./colours.ts";
import type { Place } from "./place.ts";

export type ToneName =
  | "brightness"
  | "exposure"
  | "contrast"
  | "saturation"
  | "vibrance"
  | "warmth"
  | "green–magenta"
  | "gamma"
  | "shadows"
  | "highlights"
  | "clarity";
export type LookName =
  | "black and white"
  | "sepia"
  | "inverted colours"
  | "vintage"
  | "film"
  | "golden hour"
  | "dawn"
  | "daylight"
  | "blue hour"
  | "night"
  | "faded"
  | "high-key"
  | "low-key"
  | "silhouette"
  | "cinematic"
  | "neon"
  | "autumn"
  | "spring"
  | "summer"
  | "pastel colours";
export type WeatherName = "fog" | "snow" | "rain" | "sunlight";
export type FilterName =
  | "sharpening"
  | "blur"
  | "motion blur"
  | "glow"
  | "vignette"
  | "grain"
  | "noise reduction"
  | "haze removal"
  | "HDR look"
  | "white balance"
  | "automatic levels"
  | "tilt-shift"
  | "posterising";
export type StyleName =
  | "cartoon"
  | "comic"
  | "anime"
  | "poster"
  | "pencil sketch"
  | "coloured pencil"
  | "charcoal"
  | "ink drawing"
  | "colour woodcut"
  | "oil painting"
  | "watercolour"
  | "pixel art"
  | "halftone"
  | "mosaic";
export type SkyName = "blue" | "cloudy" | "sunset" | "stormy" | "starry";
export type TextPlace = "top" | "bottom" | "middle" | "left" | "right" | "top left" | "top right" | "bottom left" | "bottom right";
export type TextSize = "small" | "large";

export interface TextOperation {
  readonly kind: "text";
  readonly text: string;
  readonly at: TextPlace;
  readonly colour?: NamedColour;
  readonly face?: FaceName;
  /** A title's size where none is said. */
  readonly size?: TextSize;
  readonly weight?: number;
  /** In columns from right to left. */
  readonly isVertical?: boolean;
  /** On the broad lower rim of an instant picture's card. */
  readonly isOnCard?: true;
}

export interface FilterDetails {
  /** Of posterising: a channel's, or the whole picture's. */
  readonly levels?: number;
  readonly colours?: number;
  /** Of grain. */
  readonly sizePx?: number;
  /** Of a tilt-shift: how far down it is sharp, as a share. */
  readonly row?: number;
}

export type Operation =
  /** −1..1, where 0.2 reads as 20 %. */
  | { readonly kind: "tone"; readonly name: ToneName; readonly amount: number }
  /** 1 is the usual strength. */
  /** `hasLights`: of an hour, that windows are to be lit. */
  | { readonly kind: "look"; readonly name: LookName; readonly strength: number; readonly hasLights?: true }
  | { readonly kind: "weather"; readonly name: WeatherName; readonly strength: number }
  | ({ readonly kind: "filter"; readonly name: FilterName; readonly strength: number } & FilterDetails)
  | { readonly kind: "style"; readonly name: StyleName; readonly strength: number }
  /** `isLeaning`: hues are turned towards the colour, or with a negative strength away from it; otherwise it lies over them. */
  | { readonly kind: "tint"; readonly colour: NamedColour; readonly strength: number; readonly isLeaning?: true }
  | { readonly kind: "duotone"; readonly dark: NamedColour; readonly light: NamedColour }
  /** One of the two at least. */
  | { readonly kind: "split tone"; readonly shadows?: NamedColour; readonly highlights?: NamedColour; readonly strength: number }
  | { readonly kind: "recolour"; readonly to: NamedColour }
  | { readonly kind: "remove" }
  /** Behind the subject: a colour, or a scene painted from words. */
  | { readonly kind: "backdrop"; readonly colour?: NamedColour; readonly scene?: string }
  /** `colour`: what its light is to lean to. */
  | { readonly kind: "sky"; readonly name: SkyName; readonly colour?: NamedColour }
  /** From nothing in the middle to nearly full at that side, as ground for lettering. */
  | { readonly kind: "gradient"; readonly side: "top" | "bottom" | "left" | "right"; readonly colour: NamedColour }
  | TextOperation
  | GeometryOperation
  | BorderOperation
  | { readonly kind: "enlarge"; readonly times: EnlargeTimes };

/** Of the shorter side, or as it was counted. */
export type FrameWidth = { readonly share: number } | { readonly pixels: number };

export interface BorderOperation {
  readonly kind: "border";
  readonly colour: NamedColour;
  /** Above and below only, as films have them on a screen. */
  readonly isBars?: true;
  readonly width?: FrameWidth;
  /** The card of an instant picture, a mount, or round corners; else plain. */
  readonly form?: "instant" | "mount" | "round";
  /** Of a second line, next to the picture. */
  readonly inner?: NamedColour;
}

export type GeometryOperation =
  | { readonly kind: "rotate"; readonly quarters: number }
  /** Clockwise, any angle; what would stay empty is cut off. */
  | { readonly kind: "turn"; readonly degrees: number }
  | { readonly kind: "straighten" }
  | { readonly kind: "mirror"; readonly axis: "horizontal" | "vertical" }
  | { readonly kind: "crop"; readonly ratio: readonly [number, number] }
  | { readonly kind: "zoom"; readonly times: number };

/** One thing to do, where, and which places it must leave alone. */
export interface Step {
  readonly operation: Operation;
  readonly place?: Place;
  readonly except: readonly Place[];
}

export function describeStep({ operation, place, except }: Step): string {
  const isAboutPlace = operation.kind === "recolour" || operation.kind === "remove" || operation.kind === "backdrop";
  const what = describeOperation(operation, place);
  const where = place === undefined || isAboutPlace ? "" : ` (${place.said})`;
  return `${what}${where}${except.map(({ said }) => `, ${said} kept`).join("")}`;
}

function describeDetails({ levels, colours, sizePx, row }: FilterDetails): string {
  if (levels !== undefined) return ` to ${levels} levels`;
  if (colours !== undefined) return ` to ${colours} colours`;
  if (row !== undefined) return `, sharp ${Math.round(row * 100)} % down`;
  return sizePx === undefined ? "" : `, ${sizePx} px`;
}

const frameForms = { instant: "instant-film frame", mount: "mount", round: "border with round corners" } as const;

function describeBorder({ colour, isBars, width, form, inner }: BorderOperation): string {
  const what = isBars ? "bars above and below" : form === undefined ? "border" : frameForms[form];
  const wide = width === undefined ? "" : "pixels" in width ? `, ${width.pixels} px` : `, ${Math.round(width.share * 1000) / 10} %`;
  return `${colour.name} ${what}${wide}${inner === undefined ? "" : `, ${inner.name} within`}`;
}

function percentUnlessUsual(strength: number): string {
  return strength === 1 ? "" : ` at ${Math.round(strength * 100)} %`;
}

function describeOperation(operation: Operation, place: Place | undefined): string {
  switch (operation.kind) {
    case "tone":
      return `${operation.name} ${operation.amount < 0 ? "−" : "+"}${Math.round(Math.abs(operation.amount) * 100)} %`;
    case "look":
      return `${operation.name}${percentUnlessUsual(operation.strength)}${operation.hasLights ? ", windows lit" : ""}`;
    case "weather":
    case "filter":
    case "style":
      return `${operation.name}${percentUnlessUsual(operation.strength)}${operation.kind === "filter" ? describeDetails(operation) : ""}`;
    case "tint":
      if (operation.strength < 0) return `less ${operation.colour.name}${percentUnlessUsual(-operation.strength)}`;
      return `${operation.colour.name} tint${percentUnlessUsual(operation.strength)}`;
    case "duotone":
      return `duotone from ${operation.dark.name} to ${operation.light.name}`;
    case "split tone": {
      const { shadows, highlights } = operation;
      const what = [shadows && `${shadows.name} shadows`, highlights && `${highlights.name} highlights`].filter(Boolean).join(" and ");
      return `${what}${percentUnlessUsual(operation.strength)}`;
    }
    case "recolour":
      return `${place?.said ?? "colours"} → ${operation.to.name}`;
    case "remove":
      return `${place?.said ?? "it"} removed, filled from the surroundings`;
    case "backdrop":
      return `background → ${operation.colour?.name ?? operation.scene ?? "white"}`;
    case "sky":
      return `${operation.colour === undefined ? "" : `${operation.colour.name} `}${operation.name} sky`;
    case "gradient":
      return `${operation.colour.name} gradient at the ${operation.side}`;
    case "text":
      return `"${operation.text}" written at the ${operation.at}${operation.isVertical ? ", from top to bottom" : ""}`;
    case "rotate":
      return operation.quarters === 3 ? "turned 90° anticlockwise" : `turned ${operation.quarters * 90}° clockwise`;
    case "turn":
      return `turned ${Math.abs(operation.degrees)}° ${operation.degrees < 0 ? "counter-clockwise" : "clockwise"} and cropped`;
    case "straighten":
      return "straightened";
    case "mirror":
      return operation.axis === "horizontal" ? "mirrored left to right" : "mirrored top to bottom";
    case "crop":
      return `cropped to ${operation.ratio.join(":")}`;
    case "zoom":
      return `zoomed in ${operation.times} times`;
    case "enlarge":
      return `enlarged ${operation.times} times`;
    case "border":
      return describeBorder(operation);
  }
}
