"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { GrowingText } from "#components/ui/growing-text.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { maxRemarkLetters } from "#lib/review-wire.ts";

interface SaidFormProps {
  readonly label: string;
  readonly send: string;
  readonly onSend: (text: string) => Promise<void>;
  readonly children?: ReactNode;
}

/** Words, and a button that sends them; they stay where they are until they have arrived. */
export function SaidForm({ label, send, onSend, children }: SaidFormProps) {
  const t = useTranslations("share");
  const [text, setText] = useState("");
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const textId = useId();

  async function submit(): Promise<void> {
    setSending(true);
    setProblem(null);
    try {
      await onSend(text.trim());
      setText("");
    } catch (error) {
      setProblem(toClientError(error));
    }
    setSending(false);
  }

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "" && !isSending) void submit();
      }}
    >
      <label htmlFor={textId} className="text-xs text-dim">
        {label}
      </label>
      <GrowingText id={textId} value={text} maxLength={maxRemarkLetters} onText={setText} />
      {children}
      <Button type="submit" disabled={text.trim() === "" || isSending}>
        {isSending ? t("sending") : send}
      </Button>
      {problem && <ProblemNotice problem={problem} onClose={() => setProblem(null)} />}
    </form>
  );
}
