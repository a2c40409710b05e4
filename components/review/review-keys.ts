/** What a key means while pictures are compared. Letters go by what is typed, or by their place where an input method swallows them. */
export type ReviewCommand =
  | { readonly kind: "mode" | "fit" | "actual-size" | "zoom-in" | "zoom-out" | "loupe" | "keep-part" | "again" }
  | { readonly kind: "pick"; readonly number: number };

type Keys = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing">;

const plain: Readonly<Record<string, ReviewCommand>> = {
  c: { kind: "mode" },
  i: { kind: "loupe" },
  k: { kind: "keep-part" },
  r: { kind: "again" },
  "0": { kind: "fit" },
  "1": { kind: "actual-size" },
};

const withModifier: Readonly<Record<string, ReviewCommand>> = {
  "0": { kind: "fit" },
  "1": { kind: "actual-size" },
  "+": { kind: "zoom-in" },
  "=": { kind: "zoom-in" },
  "-": { kind: "zoom-out" },
};

export const beforeKey = "\\";

/** Numbers pick while several results stand side by side, and set the zoom otherwise. */
export function readReviewKey(keys: Keys, { isGrid }: { readonly isGrid: boolean }): ReviewCommand | undefined {
  if (keys.isComposing || keys.altKey) return undefined;
  const name = nameOf(keys);
  if (keys.ctrlKey || keys.metaKey) return withModifier[name];
  if (isGrid && /^[1-9]$/.test(name)) return { kind: "pick", number: Number(name) };
  return keys.shiftKey ? undefined : plain[name];
}

function nameOf({ key, code }: Keys): string {
  if (/^(Process|Dead|Unidentified)$/.test(key)) return code.replace(/^(Key|Digit)/, "").toLowerCase();
  return key.toLowerCase();
}
