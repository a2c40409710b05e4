/** Keys as this person wants them, kept in this browser. */

import { isSingleSign } from "./chords.ts";
import { factsOf, isShortcutId, type ShortcutId, type ShortcutPlace, shortcutIds } from "./shortcut-list.ts";

export interface ShortcutSettings {
  /** Only what differs from the list; an empty row means no key at all. */
  readonly keys: Readonly<Partial<Record<ShortcutId, readonly string[]>>>;
  /** Single letters and signs do nothing. */
  readonly areLettersOff: boolean;
}

export const standardSettings: ShortcutSettings = { keys: {}, areLettersOff: false };
export const settingsKey = "shortcuts";

type Store = Pick<Storage, "getItem" | "setItem">;

export function readSettings(store: Store): ShortcutSettings {
  try {
    const stored: unknown = JSON.parse(store.getItem(settingsKey) ?? "null");
    if (!isRecord(stored)) return standardSettings;
    const rows = isRecord(stored.keys) ? Object.entries(stored.keys) : [];
    const keys = rows.filter(([id, chords]) => isShortcutId(id) && isChords(chords));
    return { keys: Object.fromEntries(keys), areLettersOff: stored.areLettersOff === true };
  } catch {
    return standardSettings;
  }
}

/** A full or forbidden store must not stop anybody from working. */
export function writeSettings(store: Store, settings: ShortcutSettings): void {
  try {
    store.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // The keys then hold until the page is left.
  }
}

/** The keys of a command, with what was changed, and without letters where those are off. */
export function keysOf({ keys, areLettersOff }: ShortcutSettings, id: ShortcutId): readonly string[] {
  const chords = keys[id] ?? factsOf(id).keys;
  return areLettersOff ? chords.filter((chord) => !isSingleSign(chord)) : chords;
}

/** Null gives the list's own keys back. */
export function withKeys(settings: ShortcutSettings, id: ShortcutId, chords: readonly string[] | null): ShortcutSettings {
  const { [id]: _, ...rest } = settings.keys;
  return { ...settings, keys: chords === null ? rest : { ...rest, [id]: chords } };
}

/** Other commands that the same chord would reach at the same time. What the list itself lets two share is no conflict. */
export function conflictsOf(settings: ShortcutSettings, id: ShortcutId): readonly ShortcutId[] {
  const own = new Set(keysOf(settings, id));
  return shortcutIds.filter((other) => {
    const isChanged = settings.keys[id] !== undefined || settings.keys[other] !== undefined;
    return other !== id && isChanged && canMeet(id, other) && keysOf(settings, other).some((chord) => own.has(chord));
  });
}

function canMeet(one: ShortcutId, other: ShortcutId): boolean {
  const places = [factsOf(one).place, factsOf(other).place];
  const isApart = (here: ShortcutPlace, ...there: readonly ShortcutPlace[]) =>
    places.includes(here) && there.some((place) => places.includes(place));
  return !isApart("stage", "review") && !isApart("desk", "studio", "view", "stage", "review");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isChords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((chord) => typeof chord === "string" && chord !== "");
}
