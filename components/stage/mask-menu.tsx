"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { hiddenFileInput } from "#components/ui/file-input.ts";
import { NumberBox } from "#components/ui/number-box.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { WholeMaskOperation } from "#lib/mask/mask-document.ts";
import { DifferenceForm } from "./difference-form.tsx";
import type { DifferenceSource } from "./difference-sources.ts";
import { OverlayForm } from "./overlay-form.tsx";
import type { OverlayStyle } from "./overlay-style.ts";

export interface MaskFiles {
  /** Null for those who asked for less motion. */
  readonly marching: { readonly isOn: boolean; readonly onToggle: () => void } | null;
  readonly canExport: boolean;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  /** Null where the picture has no transparent pixel. */
  readonly onTransparency: (() => void) | null;
  /** Null where nothing was painted before. */
  readonly onLast: (() => void) | null;
  readonly differences: readonly DifferenceSource[];
  readonly onDifference: (pictureId: string, threshold: number) => void;
}

interface MaskMenuProps extends MaskFiles {
  readonly overlay: OverlayStyle;
  readonly onOverlay: (overlay: OverlayStyle) => void;
  /** By how many pixels a mask is grown, softened and so on until another number is given. */
  readonly step: number;
  readonly isFixed: boolean;
  readonly onOperation: (operation: WholeMaskOperation) => void;
}

/** Beyond it nothing of a shape would be left, and working it out would take long. */
const mostPixels = 400;

const button =
  "inline-flex h-7 shrink-0 items-center rounded-full px-2.5 text-xs text-dim enabled:hover:bg-raised enabled:hover:text-ink pointer-coarse:h-11";

const item =
  "rounded-md px-2 py-1.5 text-left text-xs whitespace-nowrap enabled:hover:bg-page disabled:opacity-50 aria-pressed:bg-page pointer-coarse:py-3";

/** What is done less often, and masks that come and go as files. */
export function MaskMenu({ step, isFixed, overlay, onOverlay, onOperation, ...files }: MaskMenuProps) {
  const { marching, canExport, onExport, onImport, onTransparency, onLast, differences, onDifference } = files;
  const t = useTranslations("stage");
  const input = useRef<HTMLInputElement>(null);
  const amountId = useId();
  const [chosenAmount, setAmount] = useState<number | null>(null);
  const amount = chosenAmount ?? step;
  const [isComparing, setComparing] = useState(false);
  const [isStyling, setStyling] = useState(false);
  const items: readonly { readonly label: string; readonly isOff?: boolean; readonly act: () => void }[] = [
    { label: t("grow", { pixels: amount }), isOff: isFixed, act: () => onOperation({ kind: "grow", by: amount }) },
    { label: t("shrink", { pixels: amount }), isOff: isFixed, act: () => onOperation({ kind: "grow", by: -amount }) },
    { label: t("feather", { pixels: amount }), isOff: isFixed, act: () => onOperation({ kind: "feather", radius: amount }) },
    { label: t("smooth", { pixels: amount }), isOff: isFixed, act: () => onOperation({ kind: "smooth", radius: amount }) },
    { label: t("fillHoles"), isOff: isFixed, act: () => onOperation({ kind: "fill-holes" }) },
    ...(onLast ? [{ label: t("lastMask"), act: onLast }] : []),
    { label: t("importMask"), act: () => input.current?.click() },
    ...(onTransparency ? [{ label: t("fromTransparency"), act: onTransparency }] : []),
    { label: t("exportMask"), isOff: !canExport, act: onExport },
  ];
  return (
    <>
      <Popover
        label={t("more")}
        buttonClassName={button}
        button={<Ellipsis aria-label={t("more")} size={14} />}
        className="right-0 grid min-w-40"
      >
        {(close) => (
          <>
            <label htmlFor={amountId} className="flex items-center justify-between gap-3 px-2 py-1 text-xs whitespace-nowrap">
              {t("amount")}
              <NumberBox
                id={amountId}
                value={amount}
                className="w-14 text-right"
                onValue={(value) => setAmount(value === undefined ? null : Math.min(mostPixels, Math.max(1, Math.round(value))))}
              />
            </label>
            {items.map(({ label, isOff = false, act }) => (
              <button
                key={label}
                type="button"
                disabled={isOff}
                className={item}
                onClick={() => {
                  act();
                  close();
                }}
              >
                {label}
              </button>
            ))}
            {marching && (
              <button type="button" aria-pressed={marching.isOn} className={item} onClick={marching.onToggle}>
                {t("walkingOutline")}
              </button>
            )}
            <button type="button" aria-expanded={isStyling} className={item} onClick={() => setStyling(!isStyling)}>
              {t("overlay.open")}
            </button>
            {isStyling && <OverlayForm overlay={overlay} onOverlay={onOverlay} />}
            {differences.length > 0 && (
              <button type="button" aria-expanded={isComparing} className={item} onClick={() => setComparing(!isComparing)}>
                {t("difference.open")}
              </button>
            )}
            {isComparing && differences.length > 0 && (
              <DifferenceForm
                sources={differences}
                onMark={(pictureId, threshold) => {
                  onDifference(pictureId, threshold);
                  close();
                }}
              />
            )}
          </>
        )}
      </Popover>
      <input
        {...hiddenFileInput}
        ref={input}
        type="file"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onImport(file);
          event.target.value = "";
        }}
      />
    </>
  );
}
