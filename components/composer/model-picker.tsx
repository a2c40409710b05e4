"use client";

import { Check, ChevronDown, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Popover } from "#components/ui/popover.tsx";
import { formatUsd } from "#lib/client/formats.ts";
import { useUsage } from "#lib/client/use-usage.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { ProviderName } from "#lib/wire.ts";
import { useComposerForm } from "./composer-context.ts";
import { alsoOnName, chosenModels, withAlsoOn } from "./run-plan.ts";

interface ModelPickerProps {
  readonly models: readonly ModelEntry[];
  readonly entry: ModelEntry;
  readonly provider: ProviderName | undefined;
  readonly onModel: (id: string) => void;
}

export function ModelPicker({ models, entry, provider, onModel }: ModelPickerProps) {
  const t = useTranslations("composer");
  return (
    <div className="grid gap-1.5">
      <div className="flex min-h-6 items-center justify-between text-dim">
        <span>{t("model")}</span>
        {models.length > 1 && <AlsoOn models={models} entry={entry} />}
      </div>
      <Popover
        label={t("chooseModel")}
        className="inset-x-0"
        buttonClassName="flex w-full items-center gap-2 rounded-md border border-line bg-page px-3 py-2 text-left hover:border-edge"
        button={
          <>
            <span className="sr-only">{t("model")} </span>
            <ModelLines entry={entry} provider={provider} />
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
                  <ModelLines entry={model} provider={provider} />
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

/** The same words to several models at once, to compare what they make of them. */
function AlsoOn({ models, entry }: Pick<ModelPickerProps, "models" | "entry">) {
  const t = useTranslations("composer");
  const { typed, setValue } = useComposerForm();
  const chosen = chosenModels(entry, models, typed);
  return (
    <Popover
      label={t("alsoOn")}
      className="right-0 w-64"
      buttonClassName="inline-flex min-h-6 items-center gap-1 rounded-md px-1 text-xs text-faint hover:text-ink pointer-coarse:min-h-11"
      button={
        <>
          <Plus aria-hidden size={12} />
          {chosen.length > 1 ? t("alsoOnCount", { count: chosen.length - 1 }) : t("alsoOn")}
        </>
      }
    >
      {() => (
        <ul className="grid gap-0.5">
          {models
            .filter(({ id }) => id !== entry.id)
            .map((model) => (
              <li key={model.id}>
                <label className="flex min-h-8 items-center gap-2 rounded-md px-2 text-ink hover:bg-page pointer-coarse:min-h-11">
                  <input
                    type="checkbox"
                    className="size-4 accent-(--accent)"
                    checked={chosen.includes(model)}
                    onChange={(event) => setValue(alsoOnName, withAlsoOn(typed, model.id, event.currentTarget.checked))}
                  />
                  {model.title}
                </label>
              </li>
            ))}
        </ul>
      )}
    </Popover>
  );
}

function ModelLines({ entry, provider }: Pick<ModelPickerProps, "entry" | "provider">) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const usage = useUsage();
  // The local engine asks no price, and what others take says nothing about it.
  const isFree = provider === "local";
  const price = isFree ? t("free") : entry.priceUsd === null ? t("priceUnknown") : formatUsd(locale, entry.priceUsd);
  const usual = usage.usualSeconds(entry.id, provider) ?? (isFree ? null : entry.usualSeconds);
  return (
    <span className="grid min-w-0 flex-1 gap-0.5">
      <span className="truncate font-medium text-ink">{entry.title}</span>
      <span className="text-xs text-dim">
        {entry.purpose[locale]} · {price}
        {usual && (
          <>
            {" · "}
            <span className="whitespace-nowrap">{t("usually", { from: roundSeconds(usual[0]), to: roundSeconds(usual[1]) })}</span>
          </>
        )}
      </span>
    </span>
  );
}

/** Where a run takes a moment only, tenths say more than "0–1". */
function roundSeconds(seconds: number): number {
  return seconds < 3 ? Math.max(0.1, Math.round(seconds * 10) / 10) : Math.round(seconds);
}
