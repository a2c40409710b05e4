"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { shownNodes } from "#lib/history/shown-nodes.ts";
import { layoutTree, type TreePlace } from "#lib/history/tree-layout.ts";
import type { Edit } from "#lib/wire.ts";
import type { EditActions } from "./edit-actions.ts";
import { EditCard } from "./edit-card.tsx";

interface TreeViewProps {
  readonly edits: readonly Edit[];
  readonly openId: string | null;
  readonly currentId: string | null;
  readonly titleOf: (edit: Edit) => string;
  readonly actions: EditActions;
  readonly newIds: ReadonlySet<string>;
  /** What can be taken back, told inside: nothing outside can be reached while this stands over it. */
  readonly notice: ReactNode;
  readonly onOpen: (editId: string) => void;
  readonly onClose: () => void;
}

const stepX = 168;
const stepY = 124;
const cardWidth = 128;
const cardMiddle = 41;
const margin = 24;
/** Cards beyond the edge that are drawn already, so that scrolling finds them there. */
const ahead = 2;

interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All edits as they came from one another. Only what can be seen is drawn: a thousand are no more work than twenty. */
export default function TreeView({ edits: all, openId, currentId, titleOf, actions, newIds, notice, onOpen, onClose }: TreeViewProps) {
  const t = useTranslations("history");
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Window>({ left: 0, top: 0, right: 12, bottom: 8 });
  const [isStarredOnly, setStarredOnly] = useState(false);
  const switchId = useId();
  const edits = useMemo(() => (isStarredOnly ? shownNodes(all, ({ starred }) => starred) : all), [all, isStarredOnly]);
  const { places, columns, lanes } = useMemo(() => layoutTree(edits), [edits]);
  const placeOf = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const editOf = useMemo(() => new Map(edits.map((edit) => [edit.id, edit])), [edits]);
  const [wantedId, setFocusId] = useState(openId);
  // Where the wanted one was deleted or filtered out, another is what Tab reaches.
  const focusId = wantedId !== null && placeOf.has(wantedId) ? wantedId : (edits[0]?.id ?? null);

  function look(): void {
    const box = scroller.current;
    if (!box) return;
    const next = {
      left: Math.floor(box.scrollLeft / stepX) - ahead,
      top: Math.floor(box.scrollTop / stepY) - ahead,
      right: Math.ceil((box.scrollLeft + box.clientWidth) / stepX) + ahead,
      bottom: Math.ceil((box.scrollTop + box.clientHeight) / stepY) + ahead,
    };
    setSeen((known) => (isSame(known, next) ? known : next));
  }

  const first = useRef({ place: openId === null ? undefined : placeOf.get(openId), look });
  useEffect(() => {
    const { place } = first.current;
    const box = scroller.current;
    if (box && place) box.scrollTo(margin + place.column * stepX - box.clientWidth / 2, margin + place.lane * stepY - box.clientHeight / 2);
    first.current.look();
    if (place)
      requestAnimationFrame(() => box?.querySelector<HTMLElement>(`[data-edit="${place.id}"] button`)?.focus({ preventScroll: true }));
  }, []);

  /** ← to what it was made from, → to what was made from it, ↑ and ↓ between branches of one column. */
  function walk(event: KeyboardEvent): void {
    const focused = (event.target as HTMLElement).closest<HTMLElement>("[data-edit]")?.dataset.edit ?? focusId;
    const here = focused === null ? undefined : placeOf.get(focused);
    if (!here) return;
    const column = places.filter((place) => place.column === here.column).toSorted((one, other) => one.lane - other.lane);
    const targets: Readonly<Record<string, TreePlace | undefined>> = {
      ArrowLeft: here.parentId === null ? undefined : placeOf.get(here.parentId),
      ArrowRight: places.find(({ parentId }) => parentId === here.id),
      ArrowUp: column[column.indexOf(here) - 1],
      ArrowDown: column[column.indexOf(here) + 1],
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    const box = scroller.current;
    // At once: the next key may already be on its way, and it goes to what has the focus.
    flushSync(() => {
      setFocusId(target.id);
      box?.scrollTo(margin + target.column * stepX - box.clientWidth / 2, margin + target.lane * stepY - box.clientHeight / 2);
      look();
    });
    box?.querySelector<HTMLElement>(`[data-edit="${target.id}"] button`)?.focus({ preventScroll: true });
  }

  const isSeen = ({ column, lane }: TreePlace) => column >= seen.left && column <= seen.right && lane >= seen.top && lane <= seen.bottom;
  const shown = places.filter(isSeen);
  const lines = places.flatMap((place) => {
    const parent = place.parentId === null ? undefined : placeOf.get(place.parentId);
    const crosses =
      parent &&
      place.column >= seen.left &&
      parent.column <= seen.right &&
      place.lane >= seen.top &&
      Math.min(parent.lane, place.lane) <= seen.bottom;
    return crosses ? [{ place, parent }] : [];
  });

  return (
    <Dialog label={t("tree")} onClose={onClose} className="h-[calc(100svh-4rem)] w-[calc(100vw-4rem)] max-sm:w-[calc(100vw-1.5rem)]">
      <div className="relative flex h-full flex-col">
        <header className="flex items-center gap-3 border-b border-line px-4 py-2">
          <h2 className="text-md font-semibold">{t("tree")}</h2>
          <span className="min-w-0 flex-1 truncate text-dim max-sm:invisible">{t("counts", { edits: edits.length, branches: lanes })}</span>
          <label htmlFor={switchId} className="shrink-0 text-dim">
            {t("starredOnly")}
          </label>
          <Switch id={switchId} checked={isStarredOnly} onChange={setStarredOnly} />
          <IconButton icon={X} label={t("closeTree")} onClick={onClose} />
        </header>
        {edits.length === 0 && <p className="p-4 text-dim">{t("noneStarred")}</p>}
        <div ref={scroller} onScroll={look} className="relative min-h-0 flex-1 overflow-auto bg-stage">
          <div style={{ width: columns * stepX + margin * 2, height: lanes * stepY + margin * 2 }} className="relative">
            <svg aria-hidden className="pointer-events-none absolute inset-0 size-full text-edge">
              {lines.map(({ place, parent }) => (
                <path key={place.id} d={lineBetween(parent, place)} fill="none" stroke="currentColor" strokeWidth="1.5" />
              ))}
            </svg>
            <ul aria-label={t("tree")} onKeyDown={walk}>
              {shown.map((place) => {
                const edit = editOf.get(place.id);
                return (
                  edit && (
                    <li
                      key={place.id}
                      data-edit={place.id}
                      className="absolute"
                      style={{ left: margin + place.column * stepX, top: margin + place.lane * stepY }}
                    >
                      <EditCard
                        edit={edit}
                        modelTitle={titleOf(edit)}
                        isOpen={edit.id === openId}
                        isCurrent={edit.id === currentId}
                        isTabStop={edit.id === focusId}
                        isNew={newIds.has(edit.id)}
                        actions={actions}
                        onOpen={() => {
                          onClose();
                          onOpen(edit.id);
                        }}
                      />
                    </li>
                  )
                );
              })}
            </ul>
          </div>
        </div>
        {notice}
      </div>
    </Dialog>
  );
}

function lineBetween(parent: TreePlace, child: TreePlace): string {
  const [fromX, fromY] = [margin + parent.column * stepX + cardWidth, margin + parent.lane * stepY + cardMiddle];
  const [toX, toY] = [margin + child.column * stepX, margin + child.lane * stepY + cardMiddle];
  const middle = fromX + (stepX - cardWidth) / 2;
  return `M${fromX} ${fromY}H${middle}V${toY}H${toX}`;
}

function isSame(one: Window, other: Window): boolean {
  return one.left === other.left && one.top === other.top && one.right === other.right && one.bottom === other.bottom;
}
