"use client";

import { Check, ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Popover } from "#components/ui/popover.tsx";
import { formatUsd } from "#lib/client/formats.ts";
import type { ModelEntry } from "#lib/models/model.ts";

interface ModelPickerProps {
  readonly models: readonly ModelEntry[];
  readonly entry: ModelEntry;
  /** The local engine asks no price. */
  readonly isFree: boolean;
  readonly onModel: (id: string) => void;
}

export function ModelPicker({ models, entry, isFree, onModel }: ModelPickerProps) {
  const t = useTranslations("composer");
  return (
    <div className="grid gap-1.5">
      <span className="flex min-h-6 items-center text-dim">{t("model")}</span>
      <Popover
        label={t("chooseModel")}
        className="inset-x-0"
        buttonClassName="flex w-full items-center gap-2 rounded-md border border-line bg-page px-3 py-2 text-left hover:border-edge"
        button={
          <>
            <ModelLines entry={entry} isFree={isFree} />
            <ChevronDown aria-hidden size={14} className="shrink-0 text-dim" />
          </>
        }
      >
        {(close) => (
          <ul className="grid gap-0.5">
            {models.map((model) => (
              <li key={model.id}>
                <button
                  type="button"
                  aria-pressed={model.id === entry.id}
                  onClick={() => {
                    onModel(model.id);
                    close();
                  }}
                  className={joinClasses(
                    "flex w-full items-center gap-2 rounded-md px-2 py-2 text-left hover:bg-page",
                    model.id === entry.id && "bg-page",
                  )}
                >
                  <ModelLines entry={model} isFree={isFree} />
                  {model.id === entry.id && <Check aria-hidden size={14} className="shrink-0 text-accent-text" />}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Popover>
    </div>
  );
}

function ModelLines({ entry, isFree }: { readonly entry: ModelEntry; readonly isFree: boolean }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const [from, to] = entry.usualSeconds;
  const price = isFree ? t("free") : entry.priceUsd === null ? t("priceUnknown") : formatUsd(locale, entry.priceUsd);
  return (
    <span className="grid min-w-0 flex-1 gap-0.5">
      <span className="truncate font-medium text-ink">{entry.title}</span>
      <span className="text-xs text-dim">{entry.purpose[locale]}</span>
      <span className="text-xs text-faint">{isFree ? price : t("priceAndTime", { price, from, to })}</span>
    </span>
  );
}
