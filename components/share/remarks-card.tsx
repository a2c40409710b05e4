"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { useMayChange } from "#lib/client/may-change.tsx";
import { useNotes } from "#lib/client/use-notes.ts";
import type { Edit } from "#lib/wire.ts";
import { NoteForm } from "./note-form.tsx";
import { RemarkList } from "./remark-list.tsx";
import { RemarkReply } from "./remark-reply.tsx";
import { useRemarksDesk } from "./remarks-desk.tsx";

/** What was said about the open picture, beside it: answered and settled here, and a place for notes of one's own. */
export function RemarksCard({ edit }: { readonly edit: Edit }) {
  const t = useTranslations("share");
  const { show, draft, setDraft, selectedId, select } = useRemarksDesk();
  const { remarks, error, add, answer, settle } = useNotes(edit.projectId);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const mayChange = useMayChange();
  const pin = draft?.editId === edit.id ? draft.pin : null;
  const attempt = (work: Promise<void>) => work.catch((failure: unknown) => setProblem(toClientError(failure)));
  const shown = problem ?? error;
  return (
    <section
      aria-label={t("remarks")}
      className="grid shrink-0 content-start gap-3 overflow-y-auto rounded-lg border border-line bg-panel p-3 max-lg:max-h-[60svh] lg:w-80"
    >
      <header className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{t("remarks")}</h2>
        <IconButton small icon={X} label={t("hideRemarks")} onClick={() => show(false)} />
      </header>
      <RemarkList
        remarks={remarks.filter(({ editId }) => editId === edit.id)}
        selectedId={selectedId}
        onSelect={select}
        actionsOf={(remark) =>
          mayChange && (
            <RemarkReply
              remark={remark}
              onAnswer={(text) => answer(remark.id, text)}
              onSettle={(isSettled) => void attempt(settle(remark.id, isSettled))}
            />
          )
        }
      />
      {shown && <ProblemNotice problem={shown} onClose={() => setProblem(null)} />}
      {mayChange && (
        <NoteForm
          key={edit.id}
          draft={pin}
          onDraft={(next) => setDraft(next && { editId: edit.id, pin: next })}
          onSend={async (text) => {
            await add({ editId: edit.id, text, at: pin });
            setDraft(null);
          }}
        />
      )}
    </section>
  );
}
