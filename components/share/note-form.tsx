"use client";

import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Pin } from "#lib/review-wire.ts";
import { firstPin } from "./first-pin.ts";
import { SaidForm } from "./said-form.tsx";

interface NoteFormProps {
  readonly draft: Pin | null;
  readonly onDraft: (pin: Pin | null) => void;
  readonly onSend: (text: string) => Promise<void>;
}

/** A note of one's own, with a place if wanted. */
export function NoteForm({ draft, onDraft, onSend }: NoteFormProps) {
  const t = useTranslations("share");
  const helpId = useId();
  return (
    <SaidForm label={t("note")} send={t("addNote")} onSend={onSend}>
      <Button aria-pressed={draft !== null} aria-describedby={helpId} onClick={() => onDraft(draft ? null : firstPin)}>
        <MapPin aria-hidden size={14} />
        {t(draft ? "removePin" : "addPin")}
      </Button>
      <p id={helpId} className="text-xs text-dim">
        {t(draft ? "pinHelp" : "noteHelp")}
      </p>
    </SaidForm>
  );
}
