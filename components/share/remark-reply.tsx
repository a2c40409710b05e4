"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Remark } from "#lib/review-wire.ts";
import { SaidForm } from "./said-form.tsx";

interface RemarkReplyProps {
  readonly remark: Remark;
  readonly onAnswer: (text: string) => Promise<void>;
  readonly onSettle: (isSettled: boolean) => void;
}

/** What the studio does with a remark. */
export function RemarkReply({ remark, onAnswer, onSettle }: RemarkReplyProps) {
  const t = useTranslations("share");
  const [isAnswering, setAnswering] = useState(false);
  const isSettled = remark.settledAt !== null;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button tone="quiet" className="px-2" aria-expanded={isAnswering} onClick={() => setAnswering(!isAnswering)}>
          {t("answer")}
        </Button>
        <Button tone="quiet" className="px-2" onClick={() => onSettle(!isSettled)}>
          {t(isSettled ? "openAgain" : "settle")}
        </Button>
      </div>
      {isAnswering && (
        <SaidForm
          label={t("yourAnswer")}
          send={t("sendAnswer")}
          onSend={async (text) => {
            await onAnswer(text);
            setAnswering(false);
          }}
        />
      )}
    </div>
  );
}
