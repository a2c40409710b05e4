/** Every key of the studio, written once: handlers, help sheet, palette and tooltips read this list and no other. */

/** Where a key counts. What is never on screen at once may use the same keys: painting and comparing, the desk and the studio. */
export const shortcutPlaces = ["everywhere", "desk", "studio", "view", "stage", "review"] as const;
export type ShortcutPlace = (typeof shortcutPlaces)[number];

interface ShortcutFacts {
  readonly place: ShortcutPlace;
  /** As written by `readChord`; the first is shown first. None: reachable through the palette alone, until keys are given. */
  readonly keys: readonly string[];
  /** Fires while somebody types, too; only for keys that no field has a meaning for. */
  readonly inFields?: true;
  /** Goes on while the key is held down. */
  readonly repeats?: true;
  /** Not offered in the palette: it means something only under the hand. */
  readonly handOnly?: true;
}

type More = Omit<ShortcutFacts, "place" | "keys">;

const placed =
  (place: ShortcutPlace) =>
  (keys: readonly string[], more: More = {}): ShortcutFacts => ({ place, keys, ...more });

const everywhere = placed("everywhere");
const desk = placed("desk");
const studio = placed("studio");
const view = placed("view");
const stage = placed("stage");
const review = placed("review");

export const shortcuts = {
  palette: everywhere(["mod+k"], { inFields: true, handOnly: true }),
  help: everywhere(["?"]),
  theme: everywhere([]),
  language: everywhere([]),
  settings: everywhere([]),
  toDesk: everywhere([]),

  search: desk(["/"]),
  newFromPicture: desk(["n"]),
  newFromWords: desk([]),
  newFromTwo: desk([]),

  run: studio(["mod+enter"], { inFields: true }),
  cancel: studio(["shift+x"]),
  undo: studio(["mod+z"], { repeats: true }),
  redo: studio(["mod+shift+z", "mod+y"], { repeats: true }),
  panels: studio(["f"]),
  tree: studio(["t"]),
  prompt: studio(["/"]),
  madeBy: studio(["d"]),
  applySteps: studio([]),
  enlarge2: studio([]),
  enlarge4: studio([]),
  starEdit: studio(["*"]),
  renameEdit: studio(["f2"]),
  deleteEdit: studio(["shift+delete", "shift+backspace"]),
  modeEdit: studio([]),
  modeFill: studio([]),
  modeCombine: studio([]),
  modeGenerate: studio([]),

  zoomIn: view(["mod+="], { repeats: true }),
  zoomOut: view(["mod+-"], { repeats: true }),
  fit: view(["0", "mod+0"]),

  brush: stage(["b"]),
  eraser: stage(["e"]),
  lasso: stage(["l"]),
  rectangle: stage(["m"]),
  ellipse: stage(["o"]),
  polygon: stage(["p"]),
  smart: stage(["s"]),
  wand: stage(["w"]),
  colour: stage(["u"]),
  bucket: stage(["g"]),
  hand: stage(["h"]),
  frameBox: stage(["a"]),
  expandCanvas: stage(["shift+e"]),
  smaller: stage(["["], { repeats: true }),
  larger: stage(["]"], { repeats: true }),
  softer: stage(["shift+["], { repeats: true }),
  harder: stage(["shift+]"], { repeats: true }),
  swap: stage(["x"]),
  look: stage(["q"]),
  invert: stage(["shift+i"]),
  clear: stage(["delete", "backspace"]),
  lastMask: stage(["shift+m"]),
  turnLeft: stage([","], { repeats: true }),
  turnRight: stage(["."], { repeats: true }),
  closeShape: stage(["enter"], { handOnly: true }),
  abort: stage(["escape"], { handOnly: true }),

  compare: review(["c"]),
  holdOriginal: review(["\\"], { handOnly: true }),
  loupe: review(["i"]),
  keep: review(["enter"]),
  discard: review(["delete", "backspace"]),
  keepPart: review(["k"]),
  again: review(["r"]),
  // Numbers pick while several results stand side by side, and set the zoom otherwise.
  pick1: review(["1"], { handOnly: true }),
  pick2: review(["2"], { handOnly: true }),
  pick3: review(["3"], { handOnly: true }),
  pick4: review(["4"], { handOnly: true }),
  pick5: review(["5"], { handOnly: true }),
  pick6: review(["6"], { handOnly: true }),
  pick7: review(["7"], { handOnly: true }),
  pick8: review(["8"], { handOnly: true }),
  pick9: review(["9"], { handOnly: true }),
  actualSize: view(["1", "mod+1"]),
} satisfies Readonly<Record<string, ShortcutFacts>>;

export type ShortcutId = keyof typeof shortcuts;
export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

export function factsOf(id: ShortcutId): ShortcutFacts {
  return shortcuts[id];
}

export function isShortcutId(value: string): value is ShortcutId {
  return Object.hasOwn(shortcuts, value);
}
