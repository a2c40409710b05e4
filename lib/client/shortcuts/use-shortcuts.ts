"use client";

import { useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { formatChord, toAriaKeys } from "./chords.ts";
import { createDispatcher, type ShortcutHandlers } from "./dispatcher.ts";
import { createHeldKeys, type HeldKeys } from "./held-keys.ts";
import { keyPlaceOf } from "./key-place.ts";
import type { ShortcutId } from "./shortcut-list.ts";
import { keysOf, readSettings, type ShortcutSettings, settingsKey, standardSettings, writeSettings } from "./shortcut-settings.ts";

let settings: ShortcutSettings | null = null;
const readers = new Set<() => void>();
const dispatcher = createDispatcher(current);
let roomCount = 0;
let held: HeldKeys | null = null;

function current(): ShortcutSettings {
  settings ??= readSettings(localStorage);
  return settings;
}

export function changeShortcuts(next: ShortcutSettings): void {
  settings = next;
  writeSettings(localStorage, next);
  for (const tell of readers) tell();
}

/** Another tab has changed them. */
function takeOver(event: StorageEvent): void {
  if (event.key !== settingsKey) return;
  settings = null;
  for (const tell of readers) tell();
}

function subscribe(tell: () => void): () => void {
  if (readers.size === 0) window.addEventListener("storage", takeOver);
  readers.add(tell);
  return () => {
    readers.delete(tell);
    if (readers.size === 0) window.removeEventListener("storage", takeOver);
  };
}

function press(event: KeyboardEvent): void {
  if (held?.press(event) || dispatcher.press(event, keyPlaceOf(event.target))) event.preventDefault();
}

const release = (event: KeyboardEvent) => dispatcher.release(event);

/** From now on what is typed is kept for the field that is on its way, until what is answered is called, which tells it. */
export function holdKeys(): () => string {
  const mine = createHeldKeys();
  held = mine;
  return () => {
    if (held === mine) held = null;
    return mine.text();
  };
}

export const heldText = (): string => held?.text() ?? "";

/** A room's answer to keys, for as long as it is on screen. The newest room comes first; false hands the key on. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  // Before anything is painted: whoever sees the room may press its keys.
  useLayoutEffect(() => {
    const leave = dispatcher.register(() => latest.current);
    if (roomCount === 0) {
      window.addEventListener("keydown", press);
      window.addEventListener("keyup", release);
    }
    roomCount += 1;
    return () => {
      leave();
      roomCount -= 1;
      if (roomCount > 0) return;
      window.removeEventListener("keydown", press);
      window.removeEventListener("keyup", release);
    };
  }, []);
}

/** One key's answer; see useShortcuts for several. */
export function useShortcut(id: ShortcutId, handler: () => boolean | undefined): void {
  useShortcuts({ [id]: handler });
}

export const performShortcut = (id: ShortcutId): boolean => dispatcher.perform(id);
export const availableShortcuts = (): readonly ShortcutId[] => dispatcher.available();

export function useShortcutSettings(): ShortcutSettings {
  return useSyncExternalStore(subscribe, current, () => standardSettings);
}

const never = () => () => undefined;
const isMacHere = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/** Writes a chord as this machine's keys bear it; on the server as most machines do. */
export function useChordText(): (chord: string) => string {
  const isMac = useSyncExternalStore(never, isMacHere, () => false);
  return (chord) => formatChord(chord, isMac);
}

export interface ShortcutKeys {
  /** For eyes; empty where the command has no key. */
  readonly text: string;
  /** For `aria-keyshortcuts`. */
  readonly aria: string | undefined;
}

/** The keys of commands as they stand now, for tooltips and buttons. */
export function useShortcutKeys(): (id: ShortcutId) => ShortcutKeys {
  const now = useShortcutSettings();
  const write = useChordText();
  return (id) => {
    const [first] = keysOf(now, id);
    return first === undefined ? { text: "", aria: undefined } : { text: write(first), aria: toAriaKeys(first) };
  };
}
