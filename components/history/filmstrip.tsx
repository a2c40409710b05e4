"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useIsOnline } from "#lib/client/use-online.ts";
import { useRemarkMarks } from "#lib/client/use-shares.ts";
import { shownNodes } from "#lib/history/shown-nodes.ts";
import { type Edit, isTerminal, type Prediction, type Project } from "#lib/wire.ts";
import { cardFrame, cardName } from "./card-look.ts";
import type { EditActions } from "./edit-actions.ts";
import { EditCard } from "./edit-card.tsx";
import { HistoryFacts } from "./history-facts.tsx";
import { countAhead, historyItems, type SendingRun } from "./history-items.ts";
import { RunCard } from "./run-card.tsx";

export interface ModelFacts {
  readonly title: string;
  readonly usualSeconds: readonly [number, number] | null;
}

export interface FilmstripProps {
  /** With what was deleted in it: a run whose results are gone does not come back as a run. */
  readonly project: Project;
  readonly actions: EditActions;
  /** Edits that came while nobody looked. */
  readonly newIds: ReadonlySet<string>;
  readonly sending: readonly SendingRun[];
  readonly dismissed: readonly string[];
  readonly openId: string | null;
  readonly factsOf: (prediction: Prediction) => ModelFacts;
  /** Who made an edit; empty for what no model made. */
  readonly titleOf: (edit: Edit) => string;
  readonly onTree: () => void;
  /** Null where leave to do so was given or refused already. */
  readonly onNotify: (() => void) | null;
  readonly onOpen: (editId: string) => void;
  readonly onCancel: (prediction: Prediction) => void;
  readonly onShow: (prediction: Prediction) => void;
  readonly onDismiss: (run: Pick<Prediction, "id">) => void;
}

export function Filmstrip(props: FilmstripProps) {
  const { project, actions, newIds, sending, dismissed, openId, factsOf, titleOf, onTree, onNotify, onOpen, onCancel, onShow, onDismiss } =
    props;
  const t = useTranslations("history");
  const marks = useRemarkMarks(project.id);
  const isOnline = useIsOnline();
  const strip = useRef<HTMLOListElement>(null);
  const items = historyItems(project, dismissed);
  const shown = useMemo(() => shownNodes(project.edits, ({ deletedAt }) => !deletedAt), [project.edits]);
  const isRunning = project.predictions.some(({ status }) => !isTerminal(status));
  const nowMs = useNow(isRunning);
  const count = items.length + sending.length;

  const lastCount = useRef(count);
  useEffect(() => {
    // Where a run begins the strip has less room than before: what it shows last stays in sight.
    if (count > lastCount.current || isRunning) strip.current?.scrollTo({ left: strip.current.scrollWidth });
    lastCount.current = count;
  }, [count, isRunning]);

  // What is looked at stays in sight, whichever way it was opened. Told between layout and paint: asked for earlier, its place
  // would cost a layout of its own.
  useEffect(() => {
    const row = strip.current;
    const card = openId && row?.querySelector<HTMLElement>(`[data-edit="${CSS.escape(openId)}"]`);
    if (!card || !row) return;
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      scrollIntoStrip(row, card);
    });
    observer.observe(row);
    return () => observer.disconnect();
  }, [openId]);

  return (
    <div className="flex h-full items-stretch">
      <nav aria-label={t("title")} className="min-w-0 flex-1">
        <ol ref={strip} className="flex h-full min-h-[8.25rem] items-start gap-2.5 overflow-x-auto p-3">
          {items.map((item) => (
            <li
              key={item.kind === "edit" ? item.edit.id : item.prediction.id}
              data-edit={item.kind === "edit" ? item.edit.id : undefined}
              className="flex shrink-0 items-start gap-2.5 [content-visibility:auto] [contain-intrinsic-size:8rem_6.5rem]"
            >
              {item.kind === "edit" ? (
                <>
                  {item.followsPrevious && <ArrowRight aria-hidden size={14} className="mt-8 text-faint" />}
                  <EditCard
                    edit={item.edit}
                    modelTitle={titleOf(item.edit)}
                    isOpen={item.edit.id === openId}
                    isCurrent={item.edit.id === project.currentEditId}
                    isNew={newIds.has(item.edit.id)}
                    actions={actions}
                    mark={marks.get(item.edit.id)}
                    onOpen={() => onOpen(item.edit.id)}
                  />
                </>
              ) : (
                <RunCard
                  prediction={item.prediction}
                  modelTitle={factsOf(item.prediction).title}
                  usualSeconds={factsOf(item.prediction).usualSeconds}
                  nowMs={nowMs}
                  ahead={countAhead(project.predictions, item.prediction)}
                  onCancel={() => onCancel(item.prediction)}
                  onShow={() => onShow(item.prediction)}
                  onDismiss={() => onDismiss(item.prediction)}
                />
              )}
            </li>
          ))}
          {sending.map(({ id, modelTitle }) => (
            <li key={id} className="grid shrink-0 gap-1">
              <div className={`${cardFrame} grid content-between border border-line p-2 text-xs text-dim`}>
                {t(isOnline ? "sending" : "sendingLater")}
                <ProgressLine label={t("sending")} fraction={null} />
              </div>
              <span className={`${cardName} text-dim`}>{modelTitle}</span>
            </li>
          ))}
          {count === 0 && <li className="self-center text-dim">{t("empty")}</li>}
        </ol>
      </nav>
      {shown.length > 0 && <HistoryFacts edits={shown} onTree={onTree} onNotify={isRunning ? onNotify : null} />}
    </div>
  );
}

/** Sideways only: the page itself is not to move. */
function scrollIntoStrip(strip: HTMLElement, card: HTMLElement): void {
  const [frame, box] = [strip.getBoundingClientRect(), card.getBoundingClientRect()];
  const margin = 12;
  if (box.left < frame.left + margin) strip.scrollBy({ left: box.left - frame.left - margin });
  else if (box.right > frame.right - margin) strip.scrollBy({ left: box.right - frame.right + margin });
}
