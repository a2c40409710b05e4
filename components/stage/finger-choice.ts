/** What one finger does on the canvas: chosen once, kept in this browser. */
type Store = Pick<Storage, "getItem" | "setItem">;

export const fingerChoices = ["paint", "move"] as const;
export type FingerChoice = (typeof fingerChoices)[number];

const key = "finger";

export function readFingerChoice(store: Store): FingerChoice {
  try {
    return store.getItem(key) === "move" ? "move" : "paint";
  } catch {
    return "paint";
  }
}

/** A full or forbidden store must not stop anybody from painting. */
export function writeFingerChoice(store: Store, choice: FingerChoice): void {
  try {
    store.setItem(key, choice);
  } catch {
    // It is asked again after a reload.
  }
}
