"use client";

import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useNotes } from "#lib/client/use-notes.ts";
import { useRemarksDesk } from "./remarks-desk.tsx";

/** Shows what was said about the pictures, and how much of it is not settled. */
export function RemarksButton({ projectId }: { readonly projectId: string }) {
  const t = useTranslations("share");
  const { isShown, show } = useRemarksDesk();
  const { remarks } = useNotes(projectId);
  const count = remarks.filter(({ settledAt }) => settledAt === null).length;
  return (
    <Button tone="quiet" className="px-2" aria-pressed={isShown} title={t("remarks")} onClick={() => show(!isShown)}>
      <MessageSquare aria-hidden size={14} />
      <span className="sr-only">{t("remarks")}</span>
      {count > 0 && <span className="tabular-nums">{count}</span>}
    </Button>
  );
}
