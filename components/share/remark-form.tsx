"use client";

import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { GrowingText } from "#components/ui/growing-text.tsx";
import { LiveStatus } from "#components/ui/live-status.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { maxAuthorLetters, maxRemarkLetters, type NewRemark, type Pin, type Verdict } from "#lib/review-wire.ts";
import { firstPin } from "./first-pin.ts";

interface RemarkFormProps {
  readonly draft: Pin | null;
  readonly onDraft: (pin: Pin | null) => void;
  readonly onSend: (said: Pick<NewRemark, "author" | "text" | "verdict">) => Promise<void>;
}

/** A name, words, a place if wanted; or a verdict, with words or without. */
export function RemarkForm({ draft, onDraft, onSend }: RemarkFormProps) {
  const t = useTranslations("share");
  const [author, setAuthor] = useState("");
  const [text, setText] = useState("");
  const [state, setState] = useState<"still" | "sending" | "sent">("still");
  const [problem, setProblem] = useState<ClientError | null>(null);
  const [textId, helpId, whyId] = [useId(), useId(), useId()];
  const canSend = author.trim() !== "" && state !== "sending";

  async function send(verdict: Verdict | null): Promise<void> {
    setState("sending");
    setProblem(null);
    try {
      await onSend({ author: author.trim(), text: text.trim(), verdict });
      setText("");
      setState("sent");
    } catch (error) {
      setProblem(toClientError(error));
      setState("still");
    }
  }

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && text.trim() !== "") void send(null);
      }}
    >
      <TextField label={t("author")} value={author} maxLength={maxAuthorLetters} autoComplete="name" onText={setAuthor} />
      <div className="grid gap-1.5">
        <label htmlFor={textId} className="text-dim">
          {t("text")}
        </label>
        <GrowingText id={textId} value={text} maxLength={maxRemarkLetters} onText={setText} />
      </div>
      <div className="grid gap-1">
        <Button aria-pressed={draft !== null} aria-describedby={helpId} onClick={() => onDraft(draft ? null : firstPin)}>
          <MapPin aria-hidden size={14} />
          {t(draft ? "removePin" : "addPin")}
        </Button>
        <p id={helpId} className="text-xs text-dim">
          {t("pinHelp")}
        </p>
      </div>
      <Button type="submit" tone="primary" aria-describedby={whyId} disabled={!canSend || text.trim() === ""}>
        {t(state === "sending" ? "sending" : "send")}
      </Button>
      <div className="grid grid-cols-2 gap-2">
        <Button disabled={!canSend} aria-describedby={whyId} onClick={() => void send("approved")}>
          {t("approve")}
        </Button>
        <Button disabled={!canSend} aria-describedby={whyId} onClick={() => void send("changes")}>
          {t("requestChanges")}
        </Button>
      </div>
      {author.trim() === "" && (
        <p id={whyId} className="text-xs text-dim">
          {t("authorNeeded")}
        </p>
      )}
      <LiveStatus text={state === "sent" ? t("sent") : ""} />
      {problem && <ProblemNotice problem={problem} onClose={() => setProblem(null)} />}
    </form>
  );
}
