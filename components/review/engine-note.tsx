"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { engineWords } from "#lib/client/engine-words.ts";
import type { Prediction } from "#lib/wire.ts";

/** A part of a sentence that could not be carried out must not be found out by looking for it. */
export function EngineNote({ prediction }: { readonly prediction: Prediction }) {
  const t = useTranslations("review");
  const words = engineWords(prediction);
  if (words.length === 0) return null;
  return (
    <div className="flex gap-2.5 rounded-lg border border-line bg-page p-3">
      <Info aria-hidden size={14} className="mt-0.5 shrink-0 text-dim" />
      <div className="grid min-w-0 gap-1">
        <h3 className="font-medium">{t("fromEngine")}</h3>
        {words.map((line) => (
          <p key={line} className="wrap-anywhere text-xs text-dim">
            {line}
          </p>
        ))}
      </div>
    </div>
  );
}
