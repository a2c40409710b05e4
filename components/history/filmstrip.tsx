"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useIsOnline } from "#lib/client/use-online.ts";
import { useRemarkMarks } from "#lib/client/use-shares.ts";
import { type Edit, isTerminal, type Prediction, type Project } from "#lib/wire.ts";
import { cardFrame, cardName } from "./card-look.ts";
import { EditCard } from "./edit-card.tsx";
import { HistoryFacts } from "./history-facts.tsx";
import { countAhead, historyItems, type SendingRun } from "./history-items.ts";
import { RunCard } from "./run-card.tsx";

export interface ModelFacts {
  readonly title: string;
  readonly usualSeconds: readonly [number, number] | null;
}

interface FilmstripProps {
  readonly project: Project;
  readonly sending: readonly SendingRun[];
  readonly dismissed: readonly string[];
  readonly openId: string | null;
  readonly factsOf: (prediction: Prediction) => ModelFacts;
  /** Who made an edit; empty for what no model made. */
  readonly titleOf: (edit: Edit) => string;
  readonly spentUsd: number | null;
  readonly onTree: () => void;
  /** Null where leave to do so was given or refused already. */
  readonly onNotify: (() => void) | null;
  readonly onOpen: (editId: string) => void;
  readonly onCancel: (prediction: Prediction) => void;
  readonly onShow: (prediction: Prediction) => void;
  readonly onDismiss: (prediction: Prediction) => void;
}

export function Filmstrip(props: FilmstripProps) {
  const { project, sending, dismissed, openId, factsOf, titleOf, spentUsd, onTree, onNotify, onOpen, onCancel, onShow, onDismiss } = props;
  const t = useTranslations("history");
  const marks = useRemarkMarks(project.id);
  const isOnline = useIsOnline();
  const strip = useRef<HTMLOListElement>(null);
  const items = historyItems(project, dismissed);
  const nowMs = useNow(project.predictions.some(({ status }) => !isTerminal(status)));
  const count = items.length + sending.length;

  useEffect(() => {
    if (count > 0) strip.current?.scrollTo({ left: strip.current.scrollWidth });
  }, [count]);

  return (
    <div className="flex h-full items-stretch">
      <nav aria-label={t("title")} className="min-w-0 flex-1">
        <ol ref={strip} className="flex h-full min-h-[8.25rem] items-start gap-2.5 overflow-x-auto p-3.5">
          {items.map((item) => (
            <li
              key={item.kind === "edit" ? item.edit.id : item.prediction.id}
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
      {project.edits.length > 0 && (
        <HistoryFacts
          edits={project.edits}
          spentUsd={spentUsd}
          onTree={onTree}
          onNotify={project.predictions.some(({ status }) => !isTerminal(status)) ? onNotify : null}
        />
      )}
    </div>
  );
}
