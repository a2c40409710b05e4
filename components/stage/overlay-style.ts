/** The colours a mask is seen in, how dense they are and whether they are hatched: chosen once, kept in this browser. */
type Store = Pick<Storage, "getItem" | "setItem">;

/** Far enough apart that one of them stands out on any picture. */
export const overlayColours = {
  coral: [0xff, 0x7a, 0x59],
  cyan: [0x22, 0xd3, 0xee],
  green: [0x4a, 0xde, 0x80],
  violet: [0xa7, 0x8b, 0xfa],
} as const satisfies Readonly<Record<string, readonly [number, number, number]>>;
export type OverlayColour = keyof typeof overlayColours;
export const overlayColourNames = ["coral", "cyan", "green", "violet"] as const satisfies readonly OverlayColour[];

export interface OverlayStyle {
  readonly colour: OverlayColour;
  /** 0..1 where the mask is full. */
  readonly opacity: number;
  readonly isHatched: boolean;
}

export const usualOverlay: OverlayStyle = { colour: "coral", opacity: 0.52, isHatched: true };
export const leastOpacity = 0.1;

const key = "mask-overlay";

export function readOverlayStyle(store: Store): OverlayStyle {
  try {
    const stored: unknown = JSON.parse(store.getItem(key) ?? "null");
    if (typeof stored !== "object" || stored === null) return usualOverlay;
    const { colour, opacity, isHatched } = stored as Record<string, unknown>;
    return {
      colour: overlayColourNames.find((name) => name === colour) ?? usualOverlay.colour,
      opacity: typeof opacity === "number" && opacity >= leastOpacity && opacity <= 1 ? opacity : usualOverlay.opacity,
      isHatched: typeof isHatched === "boolean" ? isHatched : usualOverlay.isHatched,
    };
  } catch {
    return usualOverlay;
  }
}

/** A full or forbidden store must not stop anybody from painting. */
export function writeOverlayStyle(store: Store, style: OverlayStyle): void {
  try {
    store.setItem(key, JSON.stringify(style));
  } catch {
    // It is chosen again after a reload.
  }
}

/** For what stands beside the canvas and means the same. */
export function cssColourOf(colour: OverlayColour): string {
  return `rgb(${overlayColours[colour].join(" ")})`;
}
