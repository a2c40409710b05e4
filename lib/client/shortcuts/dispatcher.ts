/** Brings a key to whoever asked for it last: rooms come and go, and the newest one that has a use for the key gets it. */
import { type KeyPress, readChord } from "./chords.ts";
import { factsOf, type ShortcutId, shortcutIds } from "./shortcut-list.ts";
import { keysOf, type ShortcutSettings } from "./shortcut-settings.ts";

export interface ShortcutHandler {
  /** Answering false means: not now; the key goes to the next one, in the end to the browser. */
  readonly press: () => boolean | undefined;
  readonly release?: () => void;
}

export type ShortcutHandlers = Partial<Readonly<Record<ShortcutId, ShortcutHandler["press"] | ShortcutHandler>>>;

type Press = KeyPress & Pick<KeyboardEvent, "isComposing" | "keyCode" | "repeat" | "defaultPrevented">;

export interface PressPlace {
  /** The focus is in a field that takes text. */
  readonly isTyping: boolean;
  /** The focus is on something that Enter and Space press. */
  readonly isOnButton: boolean;
}

export interface Dispatcher {
  /** Handlers are asked for anew with every key. */
  register(handlers: () => ShortcutHandlers): () => void;
  /** Answers whether the key was used. */
  press(event: Press, place: PressPlace): boolean;
  release(event: KeyPress): void;
  /** As the palette does it. */
  perform(id: ShortcutId): boolean;
  available(): readonly ShortcutId[];
}

export function createDispatcher(settings: () => ShortcutSettings): Dispatcher {
  const rooms: (() => ShortcutHandlers)[] = [];
  let held: ShortcutHandler | null = null;

  function handlersOf(id: ShortcutId): readonly ShortcutHandler[] {
    return rooms.toReversed().flatMap((room) => {
      const handler = room()[id];
      if (!handler) return [];
      return typeof handler === "function" ? { press: handler } : handler;
    });
  }

  function perform(id: ShortcutId): boolean {
    for (const handler of handlersOf(id)) {
      if (handler.press() === false) continue;
      held = handler.release ? handler : null;
      return true;
    }
    return false;
  }

  return {
    register(room) {
      rooms.push(room);
      return () => void rooms.splice(rooms.indexOf(room), 1);
    },
    press(event, { isTyping, isOnButton }) {
      // 229 is what a key says that an input method is still busy with.
      if (event.defaultPrevented || event.isComposing || (event.keyCode === 229 && (isTyping || event.key !== "Process"))) return false;
      const chord = readChord(event);
      if (chord === null || (isOnButton && (chord === "enter" || chord === "space"))) return false;
      for (const id of shortcutIds) {
        if (!keysOf(settings(), id).includes(chord)) continue;
        const { inFields, repeats } = factsOf(id);
        if ((isTyping && !inFields) || (event.repeat && !repeats)) continue;
        if (perform(id)) return true;
      }
      return false;
    },
    release(event) {
      if (!held || readChord(event) === null) return;
      held.release?.();
      held = null;
    },
    perform,
    available: () => shortcutIds.filter((id) => handlersOf(id).length > 0),
  };
}
