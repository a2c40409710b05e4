/** A chord is a key with its modifiers as one word: "b", "shift+i", "mod+enter". `mod` is Ctrl, on a Mac Cmd as well. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const modifierKeys = new Set(["control", "shift", "alt", "meta", "altgraph", "capslock", "fn", "os"]);

/** What a place on the board bears, plain and with Shift, for where only the place is told. */
const byPlace: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ["/", "?"],
  Backslash: ["\\", "|"],
  Minus: ["-", "_"],
  Equal: ["=", "+"],
  Comma: [",", "<"],
  Period: [".", ">"],
};

/** Null while only a modifier is down. Letters go by what is typed, or by their place where an input method swallows them. */
export function readChord({ key, code, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  const name = nameOf(key, code, shiftKey, altKey);
  if (name === "" || modifierKeys.has(name)) return null;
  // Shift is a part of the sign "?" but a modifier of the letter A.
  const isSign = name.length === 1 && !/[\p{L}\p{N}[\]]/u.test(name);
  const parts = [ctrlKey || metaKey ? "mod" : "", altKey ? "alt" : "", shiftKey && !isSign ? "shift" : ""];
  return [...parts.filter(Boolean), name].join("+");
}

function nameOf(key: string, code: string, isShifted: boolean, isAlt: boolean): string {
  // Shift turns brackets into braces, and on some boards into something else.
  if (code === "BracketLeft" || code === "BracketRight") return code === "BracketLeft" ? "[" : "]";
  const isSwallowed = /^(Process|Dead|Unidentified)$/.test(key);
  if (isSwallowed || isAlt) {
    const place = byPlace[code];
    if (place) return place[isShifted ? 1 : 0];
    const plain = code.replace(/^(Key|Digit|Numpad)/, "").toLowerCase();
    if (plain !== "") return plain;
  }
  if (key === " ") return "space";
  // "+" stands between the parts of a chord, and zooming in means the key whether or not Shift is down.
  return key === "+" ? "=" : key.toLowerCase();
}

/** One sign without Ctrl, Cmd or Alt: what a voice or a cat on the board sets off, and what can be switched off as a whole. */
export function isSingleSign(chord: string): boolean {
  return [...chord.replace(/^shift\+/, "")].length === 1;
}

const macSigns: Readonly<Record<string, string>> = { mod: "⌘", shift: "⇧", alt: "⌥" };
/** In letters where a sign is not in the studio's own font: to look for it in others takes longer than to draw the rest. */
const otherSigns: Readonly<Record<string, string>> = { mod: "Ctrl", shift: "Shift", alt: "Alt", enter: "Enter", backspace: "Backspace" };
const named: Readonly<Record<string, string>> = {
  enter: "↵",
  escape: "Esc",
  delete: "Del",
  backspace: "⌫",
  space: "Space",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

/** As it stands on the keys of the machine one sits at. */
export function formatChord(chord: string, isMac: boolean): string {
  const parts = chord.split("+").map((part) => (isMac ? macSigns : otherSigns)[part] ?? named[part] ?? part.toUpperCase());
  return parts.join(isMac ? "" : " ");
}

/** As assistive technology wants to be told (aria-keyshortcuts). */
export function toAriaKeys(chord: string): string {
  const words: Readonly<Record<string, string>> = {
    mod: "Control",
    shift: "Shift",
    alt: "Alt",
    enter: "Enter",
    delete: "Delete",
    escape: "Escape",
  };
  return chord
    .split("+")
    .map((part) => words[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}
