/** Steps in the making: what is said twice is done once, and an amount that stands alone is of what was said before. */
import type { Amount } from "./amounts.ts";
import type { LookName, Operation } from "./operation.ts";
import type { Place } from "./place.ts";

export interface Draft {
  readonly operation: Operation;
  readonly place?: Place | undefined;
}

/** Said twice is meant once: "it is too dark, brighten it" brightens once, as the second puts it. */
export function addDrafts(drafts: Draft[], more: readonly Draft[]): void {
  for (const draft of more) {
    const isAgain = ({ operation, place }: Draft): boolean =>
      ((operation.kind === "backdrop" || operation.kind === "border" || operation.kind === "text" || operation.kind === "sky") &&
        draft.operation.kind === operation.kind &&
        isOneText(operation, draft.operation)) ||
      ((operation.kind === "filter" || operation.kind === "style" || operation.kind === "weather" || isOnce(operation)) &&
        draft.operation.kind === operation.kind &&
        operation.name === draft.operation.name &&
        place?.said === draft.place?.said) ||
      (operation.kind === "straighten" && draft.operation.kind === "straighten") ||
      (operation.kind === "tone" &&
        draft.operation.kind === "tone" &&
        operation.name === draft.operation.name &&
        Math.sign(operation.amount) === Math.sign(draft.operation.amount) &&
        place?.said === draft.place?.said);
    const before = drafts.findIndex(isAgain);
    if (before >= 0) drafts.splice(before, 1);
    drafts.push(eased(drafts, draft));
  }
}

/** Night by moonlight is one night, and what is black and white is so once. */
function isOnce(operation: Operation): operation is Operation & { readonly kind: "look" } {
  return operation.kind === "look" && onceOnly.includes(operation.name);
}

const onceOnly: readonly LookName[] = ["golden hour", "dawn", "daylight", "blue hour", "night", "black and white"];

const families: readonly (readonly LookName[])[] = [
  ["pastel colours", "high-key", "faded"],
  ["vintage", "film", "faded"],
];

/** "Pastel, airy": what says the same twice in other words is done once and a half, or nothing of the picture is left. */
function eased(drafts: readonly Draft[], draft: Draft): Draft {
  const { operation } = draft;
  // A moody grade with crushed blacks has crushed them already.
  const isMoody = drafts.some(({ operation: other }) => other.kind === "look" && other.name === "low-key");
  if (isMoody && operation.kind === "tone" && operation.name === "shadows" && operation.amount < 0)
    return { ...draft, operation: { ...operation, amount: operation.amount / 2 } };
  if (operation.kind !== "look" || operation.strength > 1) return draft;
  const isKin = (other: Operation): boolean =>
    other.kind === "look" && families.some((family) => family.includes(operation.name) && family.includes(other.name));
  return drafts.some(({ operation: other }) => isKin(other))
    ? { ...draft, operation: { ...operation, strength: operation.strength / 2 } }
    : draft;
}

/**
 * A frame is laid about the finished picture and words are set on that, whenever they were said: no snow lies on them, gold stays
 * gold and a white rim white. What is written at the foot of an instant picture is written on its card, by hand.
 */
export function layoutLast(drafts: readonly Draft[]): readonly Draft[] {
  const isFrame = ({ operation }: Draft): boolean => operation.kind === "border" && operation.isBars !== true;
  const hasCard = drafts.some(({ operation }) => operation.kind === "border" && operation.form === "instant");
  const letters = drafts.flatMap(({ operation }): Draft[] => {
    if (operation.kind !== "text") return [];
    const isOnCard = hasCard && operation.at === "bottom" && operation.isVertical !== true;
    return [{ operation: isOnCard ? { ...operation, face: operation.face ?? "brush", isOnCard } : operation }];
  });
  return [...drafts.filter((draft) => !isFrame(draft) && draft.operation.kind !== "text"), ...drafts.filter(isFrame), ...letters];
}

const ofFrame: readonly Operation["kind"][] = ["border", "text", "rotate", "turn", "straighten", "mirror", "crop", "zoom", "enlarge"];

/** A border, a crop: nothing in the picture can be kept from it. */
export function isOfFrame({ kind }: Operation): boolean {
  return ofFrame.includes(kind);
}

function isOneText(a: Operation, b: Operation): boolean {
  return a.kind !== "text" || b.kind !== "text" || a.text === b.text;
}

/** "Sepia, 50 %", "HDR, strong". */
export function withAmount(operation: Operation, { share, times }: Amount): Operation {
  if (operation.kind === "tone") {
    const size = share ?? Math.min(1, Math.abs(operation.amount) * times);
    return { ...operation, amount: Math.sign(operation.amount) * size };
  }
  return "strength" in operation ? { ...operation, strength: share ?? operation.strength * times } : operation;
}
