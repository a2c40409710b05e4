import type { ShortcutHandlers } from "./dispatcher.ts";
import type { ShortcutId } from "./shortcut-list.ts";

/** A room that has one place where all of its commands are obeyed gives each key its command. */
export function bindCommands<Command>(
  commands: Partial<Readonly<Record<ShortcutId, Command>>>,
  obey: (command: Command) => boolean,
): ShortcutHandlers {
  return Object.fromEntries(Object.entries(commands).map(([id, command]) => [id, () => obey(command)]));
}
