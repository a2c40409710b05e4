"use client";

import { Download, RefreshCw, SlidersHorizontal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { formatSeconds, formatUsd } from "#lib/client/formats.ts";
import { type Edit, type Prediction, paths } from "#lib/wire.ts";
import { downloadName } from "./download-name.ts";

interface ResultPanelProps {
  readonly edit: Edit;
  readonly prediction: Prediction | undefined;
  readonly modelTitle: string;
  readonly projectName: string;
  readonly isCurrent: boolean;
  readonly canGoBack: boolean;
  readonly onKeep: () => void;
  readonly onBack: () => void;
  readonly onAgain: () => void;
  readonly onReuse: () => void;
}

/** What one looks at, what made it, and what to do with it. */
export function ResultPanel(props: ResultPanelProps) {
  const { edit, prediction, modelTitle, projectName, isCurrent, canGoBack, onKeep, onBack, onAgain, onReuse } = props;
  const t = useTranslations("review");
  const facts = useFacts(prediction, modelTitle);
  return (
    <section aria-label={prediction ? t("result") : t("picture")} className="grid gap-3 border-b border-line p-4">
      <div className="grid gap-0.5">
        <h2 className="text-[0.9375rem] font-semibold">{prediction ? t("result") : t("picture")}</h2>
        <p className="line-clamp-3 wrap-anywhere text-dim" title={edit.name}>
          {edit.name}
        </p>
        {facts && <p className="text-xs text-faint">{facts}</p>}
      </div>
      {!isCurrent && (
        <div className="grid grid-cols-2 gap-2">
          <Button onClick={onBack} disabled={!canGoBack}>
            {t("back")}
          </Button>
          <Button tone="primary" onClick={onKeep}>
            {t("keep")}
          </Button>
        </div>
      )}
      <div className="-mx-1 flex flex-wrap gap-1">
        {prediction && (
          <>
            <Button tone="quiet" className="px-2" onClick={onAgain}>
              <RefreshCw aria-hidden size={14} />
              {t("again")}
            </Button>
            <Button tone="quiet" className="px-2" onClick={onReuse}>
              <SlidersHorizontal aria-hidden size={14} />
              {t("reuse")}
            </Button>
          </>
        )}
        <a
          href={paths.pictureFile(edit.picture.id)}
          download={downloadName(projectName, edit.picture, prediction)}
          className={buttonClass("quiet", "px-2")}
        >
          <Download aria-hidden size={14} />
          {t("download")}
        </a>
      </div>
    </section>
  );
}

function useFacts(prediction: Prediction | undefined, modelTitle: string): string {
  const t = useTranslations("review");
  const locale = useLocale();
  if (!prediction) return "";
  const { startedAt, createdAt, completedAt, priceUsd, seed, provider } = prediction;
  const seconds = completedAt ? (Date.parse(completedAt) - Date.parse(startedAt ?? createdAt)) / 1000 : null;
  return [
    modelTitle,
    seconds === null ? null : formatSeconds(locale, seconds),
    provider === "local" ? t("local") : priceUsd === null ? null : formatUsd(locale, priceUsd),
    seed === null ? null : t("seed", { seed: String(seed) }),
  ]
    .filter((fact) => fact !== null)
    .join(" · ");
}
