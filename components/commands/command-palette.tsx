"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { factsOf } from "#lib/client/shortcuts/shortcut-list.ts";
import { availableShortcuts, heldText, performShortcut, useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import { useProjects } from "#lib/client/use-projects.ts";
import { type PaletteItem, searchItems } from "./search-items.ts";

interface CommandPaletteProps {
  /** What can be reached besides the commands and the projects: models, edits. */
  readonly places: readonly PaletteItem[];
  /** The project one is in needs no way to it. */
  readonly projectId?: string;
  readonly onClose: () => void;
}

const most = 40;
const mostProjects = 12;

/** Everything that can be done right now, found by its name. */
export default function CommandPalette({ places, projectId, onClose }: CommandPaletteProps) {
  const t = useTranslations("shortcuts");
  const router = useRouter();
  const keysOf = useShortcutKeys();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(heldText);
  const [at, setAt] = useState(0);
  // What can be done is asked for once: the rooms behind do not change while this stands before them.
  const commands = useMemo(() => availableShortcuts().filter((id) => !factsOf(id).handOnly), []);
  const items: readonly PaletteItem[] = [
    ...commands.map((id) => ({ id, name: t(`name.${id}`), hint: keysOf(id).text, perform: () => void performShortcut(id) })),
    ...places,
  ];
  // The server finds a project by its name, its edits' names and its prompts; without words the last ones used come.
  const asked = useDeferredValue(words);
  const { projects = [] } = useProjects({ search: asked.trim(), filter: "all" }, { keepsPrevious: false });
  const found: readonly PaletteItem[] = [
    ...searchItems(items, words).slice(0, most),
    // Never what earlier words found: Enter would open another project than the one that is meant.
    ...(asked === words ? projects : [])
      .filter(({ id }) => id !== projectId)
      .slice(0, mostProjects)
      .map(({ id, name }) => ({ id, name: t("openProject", { name }), hint: "", perform: () => router.push(`/projects/${id}`) })),
  ];
  const chosen = found[Math.min(at, found.length - 1)];

  function choose(item: PaletteItem | undefined): void {
    if (!item) return;
    onClose();
    // The dialog gives the focus back first; then the command may move it.
    requestAnimationFrame(() => item.perform());
  }

  function move(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) {
      const next = (at + step + found.length) % found.length;
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") choose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog label={t("palette")} onClose={onClose} className="mt-[12svh] w-[36rem]">
      <input
        role="combobox"
        aria-label={t("paletteSearch")}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        autoComplete="off"
        spellCheck={false}
        value={words}
        placeholder={t("paletteSearch")}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={move}
        className="h-12 w-full border-b border-line bg-transparent px-4 text-md -outline-offset-2"
      />
      <div ref={list} id={listId} role="listbox" aria-label={t("palette")} className="max-h-[50svh] overflow-y-auto p-1.5">
        {found.map((item) => (
          <div
            key={item.id}
            id={`${listId}-${item.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === chosen}
            onPointerMove={() => setAt(found.indexOf(item))}
            onClick={() => choose(item)}
            onKeyDown={move}
            className={joinClasses(
              "flex min-h-8 cursor-pointer items-center justify-between gap-4 rounded-md px-2.5 py-1 pointer-coarse:min-h-11",
              item === chosen ? "bg-raised text-ink" : "text-dim",
            )}
          >
            <span className="min-w-0 flex-1 truncate">
              {item.name}
              {item.note && <span className="text-faint"> · {item.note}</span>}
            </span>
            {item.hint && <KeyHint>{item.hint}</KeyHint>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-4 pb-4 text-dim">{t("nothingFound")}</p>}
    </Dialog>
  );
}
