"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { CompareMode } from "#components/review/compare-modes.ts";
import { CompareStage } from "#components/review/compare-stage.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import { formatMoment } from "#lib/client/formats.ts";
import type { NewRemark, Pin, Review } from "#lib/review-wire.ts";
import { EditChoice } from "./edit-choice.tsx";
import { PinLayer } from "./pin-layer.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { RemarkList } from "./remark-list.tsx";

interface ReviewRoomProps {
  readonly review: Review;
  readonly onSend: (remark: NewRemark) => Promise<void>;
}

/** The pictures of a link, every way to compare them, and what people say about them. */
export function ReviewRoom({ review, onSend }: ReviewRoomProps) {
  const t = useTranslations("share");
  const locale = useLocale();
  const [openId, setOpenId] = useState(review.firstId);
  const [beforeId, setBeforeId] = useState<string | null>(null);
  const [mode, setMode] = useState<CompareMode>("slider");
  const [draft, setDraft] = useState<Pin | null>(null);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const { edits } = review;
  const open = edits.find(({ id }) => id === openId) ?? edits.find(({ id }) => id === review.firstId);
  if (!open) return null;
  const before = edits.find(({ id }) => id === (beforeId ?? open.parentId) && id !== open.id) ?? null;
  const remarks = review.remarks.filter(({ editId }) => editId === open.id);

  function openEdit(id: string): void {
    setOpenId(id);
    setBeforeId(null);
    setDraft(null);
  }

  return (
    <div className="grid min-h-svh grid-cols-[minmax(0,1fr)] [grid-template-areas:'header''stage''panel'] lg:h-svh lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_minmax(0,1fr)] lg:[grid-template-areas:'header_header''stage_panel']">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-panel px-3 py-1.5 [grid-area:header]">
        <Mark />
        <h1 className="min-w-0 flex-1 truncate font-semibold" title={review.name}>
          {review.name || t("review")}
        </h1>
        <LanguageSwitch />
        <ThemeSwitch />
        {review.expiresAt && (
          <p className="text-xs text-dim max-sm:w-full">{t("endsAt", { time: formatMoment(locale, review.expiresAt) })}</p>
        )}
      </header>
      <main aria-label={t("stage")} className="relative flex min-h-[60svh] min-w-0 flex-col bg-stage p-3 [grid-area:stage] lg:min-h-0">
        <div className="relative min-h-0 flex-1">
          <CompareStage
            key={`${open.picture.width}×${open.picture.height}`}
            open={open}
            before={before}
            others={edits.filter(({ id }) => id !== open.id)}
            variants={[]}
            grown={null}
            mode={mode}
            afterLabel={open.name}
            titleOf={({ name }) => name}
            onMode={setMode}
            onOpen={openEdit}
            onBefore={setBeforeId}
            onKeepPart={null}
            onAgain={null}
            overlay={(view, shown) => (
              <PinLayer
                view={view}
                isSide={shown === "side"}
                picture={open.picture}
                remarks={remarks}
                draft={draft}
                selectedId={selectedId}
                onDraft={setDraft}
                onSelect={setSelectedId}
              />
            )}
          />
        </div>
      </main>
      <aside
        aria-label={t("remarks")}
        className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-y-auto border-line bg-panel p-4 [grid-area:panel] lg:border-l"
      >
        {edits.length > 1 && <EditChoice edits={edits} remarks={review.remarks} openId={open.id} onOpen={openEdit} />}
        {review.openIds.includes(open.id) ? (
          <RemarkForm
            key={open.id}
            draft={draft}
            onDraft={setDraft}
            onSend={async (said) => {
              await onSend({ ...said, editId: open.id, at: draft });
              setDraft(null);
            }}
          />
        ) : (
          <p className="text-dim">{t("compareOnly")}</p>
        )}
        <RemarkList remarks={remarks} selectedId={selectedId} onSelect={setSelectedId} />
      </aside>
    </div>
  );
}
