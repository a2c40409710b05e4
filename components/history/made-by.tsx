"use client";

import { Check, Copy, ListRestart, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { formatPercent, formatSeconds, formatUsd } from "#lib/client/formats.ts";
import { runSeconds } from "#lib/client/run-seconds.ts";
import { isExpanding, scaleOf } from "#lib/models/choose-frame.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { type Edit, type Prediction, paths } from "#lib/wire.ts";
import { asCurl, asJson } from "./run-as-text.ts";
import { useInputRows } from "./use-input-rows.ts";

interface MadeByProps {
  readonly edit: Edit;
  readonly prediction: Prediction;
  readonly model: ModelEntry | undefined;
  /** The steps that led here, on other pictures. */
  readonly onApply: (() => void) | null;
  readonly onClose: () => void;
}

/** Everything that went into a result, to read and to do again elsewhere. */
export default function MadeBy({ edit, prediction, model, onApply, onClose }: MadeByProps) {
  const t = useTranslations("madeBy");
  const locale = useLocale();
  const { inputs, seed, priceUsd, provider, createdAt } = prediction;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(createdAt));
  const seconds = runSeconds(prediction);
  const inputRows = useInputRows(inputs, model);
  const frameRows = useFrameRows(prediction);
  const laidIn = useLaidInRows(edit);
  const rows: readonly (readonly [string, string])[] = [
    [t("model"), model ? `${model.title} (${prediction.model})` : prediction.model],
    [t("provider"), provider === "local" ? t("local") : t("gateway")],
    ...inputRows,
    ...frameRows,
    ...laidIn,
    ...(seed === null || "seed" in inputs ? [] : [[t("seed"), String(seed)] as const]),
    ...(seconds === null ? [] : [[t("time"), formatSeconds(locale, seconds)] as const]),
    [t("cost"), provider === "local" ? t("free") : priceUsd === null ? t("unknown") : formatUsd(locale, priceUsd)],
    [t("when"), when],
  ];
  return (
    <Dialog label={t("title")} onClose={onClose} className="w-[34rem]">
      <div className="flex max-h-[calc(100svh-2rem)] flex-col">
        <header className="flex items-center gap-3 border-b border-line px-4 py-2">
          <h2 className="min-w-0 flex-1 truncate text-md font-semibold" title={edit.name}>
            {t("title")}
          </h2>
          <IconButton icon={X} label={t("close")} onClick={onClose} />
        </header>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 overflow-y-auto px-4 py-3">
          {rows.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-dim">{label}</dt>
              <dd className="wrap-anywhere">
                {value.startsWith("pic_") ? (
                  <a
                    href={paths.pictureFile(value)}
                    target="_blank"
                    rel="noreferrer"
                    className="text-accent-text underline underline-offset-2"
                  >
                    {t("picture")}
                  </a>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))}
        </dl>
        <footer className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
          {onApply && (
            <Button onClick={onApply}>
              <ListRestart aria-hidden size={14} />
              {t("apply")}
            </Button>
          )}
          <CopyButton label={t("copyJson")} text={asJson(edit, prediction)} />
          <CopyButton label={t("copyCurl")} text={asCurl(prediction, globalThis.location.origin)} />
        </footer>
      </div>
    </Dialog>
  );
}

/** Which part of the picture the model was shown, and on which canvas its result lies. */
function useFrameRows({ frame }: Prediction): readonly (readonly [string, string])[] {
  const t = useTranslations("madeBy");
  const locale = useLocale();
  if (!frame) return [];
  const { box, expand } = frame;
  const saw = [t("saw"), t("sawValue", { ...textsOf(box), share: formatPercent(locale, scaleOf(frame)) })] as const;
  return isExpanding(expand) ? [saw, [t("grown"), t("grownValue", textsOf(expand))]] : [saw];
}

/** How the result came into the picture, in numbers. */
function useLaidInRows({ fidelity }: Edit): readonly (readonly [string, string])[] {
  const t = useTranslations("madeBy");
  const locale = useLocale();
  if (!fidelity) return [];
  const { method, transform, blend } = fidelity;
  const rows: (readonly [string, string])[] = [[t("laidIn"), t(`method.${method}`)]];
  if (transform?.kind === "photo") {
    const { scaleX, scaleY, shiftX, shiftY, seen } = transform;
    const zoom = { zoomX: formatDecimals(locale, scaleX, 4), zoomY: formatDecimals(locale, scaleY, 4) };
    const move = { moveX: formatDecimals(locale, shiftX, 2), moveY: formatDecimals(locale, shiftY, 2) };
    rows.push([t("placed"), t("placedValue", { ...zoom, ...move, width: String(seen[0]), height: String(seen[1]) })]);
    rows.push([t("seam"), t("seamPhoto", { grow: String(transform.growPx), feather: String(transform.featherPx) })]);
  }
  if (transform?.kind === "paste") {
    rows.push([t("seam"), t("seamPaste", { opaque: String(transform.opaquePx), seam: String(transform.seamPx) })]);
  }
  if (blend) {
    const share = formatPercent(locale, blend.colourMatch);
    rows.push([t("refined"), t("refinedValue", { softness: formatDecimals(locale, blend.softnessPx, 1), share })]);
    if (blend.alphaId) rows.push([t("drawn"), blend.alphaId]);
  }
  return rows;
}

function formatDecimals(locale: string, value: number, digits: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** Places and sizes are read as they are counted, without the marks of thousands. */
function textsOf(numbers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
}

function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const t = useTranslations("madeBy");
  const [state, setState] = useState<"ready" | "done" | "refused">("ready");

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState("done");
    } catch {
      setState("refused");
    }
  }

  return (
    <span className="grid min-w-0 gap-1.5">
      <Button onClick={() => void copy()}>
        {state === "done" ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        {state === "done" ? t("copied") : label}
      </Button>
      {state === "refused" && (
        <textarea
          readOnly
          aria-label={label}
          value={text}
          rows={4}
          className="w-full rounded-md border border-line bg-page p-2 font-mono text-xs"
        />
      )}
    </span>
  );
}
