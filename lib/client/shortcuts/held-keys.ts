/** What is typed after a field was called for and before it is there: it belongs into the field, whatever it means elsewhere. */
export interface HeldKeys {
  /** Answers whether the key was kept. */
  press(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing">): boolean;
  text(): string;
}

export function createHeldKeys(): HeldKeys {
  let text = "";
  return {
    press({ key, ctrlKey, metaKey, altKey, isComposing }) {
      if (isComposing || ctrlKey || metaKey || altKey) return false;
      if (key === "Backspace") text = [...text].slice(0, -1).join("");
      else if ([...key].length === 1) text += key;
      else return false;
      return true;
    },
    text: () => text,
  };
}
