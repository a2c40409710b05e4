"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { type Edit, exportFormats, type Prediction } from "#lib/wire.ts";
import { type ChosenFormat, type DownloadChoice, downloadLink, sizesFor } from "./download-link.ts";
import { DownloadSeveral } from "./download-several.tsx";
import { useCopyPicture } from "./use-copy-picture.ts";

interface DownloadPopoverProps {
  readonly edit: Edit;
  readonly prediction: Prediction | undefined;
  readonly projectName: string;
  /** Where it does not stand among the other things to do with a result. */
  readonly look?: { readonly label: string; readonly className: string };
}

const firstChoice: DownloadChoice = { format: "original", side: null, quality: 90, hasMetadata: true };

/** The result as a file: as it is, or in another format and size; beside it the clipboard, layers and everything at once. */
export function DownloadPopover({ edit, prediction, projectName, look }: DownloadPopoverProps) {
  const t = useTranslations("download");
  const [choice, setChoice] = useState(firstChoice);
  const { picture } = edit;
  const [formatId, sizeId, qualityId, metadataId] = [useId(), useId(), useId(), useId()];
  const copy = useCopyPicture(picture);
  const file = downloadLink({ edit, prediction, projectName }, choice);
  const sizes = sizesFor(picture);
  const hasQuality = choice.format !== "png" && (choice.format !== "original" || (choice.side !== null && picture.format !== "png"));
  return (
    <Popover
      label={look?.label ?? t("title")}
      className="right-0 w-72 max-w-[calc(100vw-2rem)]"
      buttonClassName={look?.className ?? buttonClass("quiet", "px-2")}
      button={
        <>
          <Download aria-hidden size={14} />
          {look ? <span className="max-sm:sr-only">{look.label}</span> : t("title")}
        </>
      }
    >
      {(close) => (
        <div className="grid gap-3 p-2">
          <Row label={t("format")} htmlFor={formatId}>
            <SelectBox
              id={formatId}
              value={choice.format}
              onChange={(event) => setChoice({ ...choice, format: event.currentTarget.value as ChosenFormat })}
            >
              <option value="original">{t("original", { format: picture.format.toUpperCase() })}</option>
              {exportFormats.map((format) => (
                <option key={format} value={format}>
                  {format.toUpperCase()}
                </option>
              ))}
            </SelectBox>
          </Row>
          <Row label={t("size")} htmlFor={sizeId}>
            <SelectBox
              id={sizeId}
              value={choice.side ?? ""}
              onChange={(event) => setChoice({ ...choice, side: Number(event.currentTarget.value) || null })}
            >
              {sizes.map(({ side, width, height }) => (
                <option key={side ?? "full"} value={side ?? ""}>
                  {width} × {height}
                </option>
              ))}
            </SelectBox>
          </Row>
          {hasQuality && (
            <>
              <Row label={t("quality")} htmlFor={qualityId}>
                <Slider id={qualityId} min={40} max={100} value={choice.quality} onValue={(quality) => setChoice({ ...choice, quality })} />
                <span className="w-7 text-right">{choice.quality}</span>
              </Row>
              {edit.fidelity && edit.fidelity.method !== "whole" && <p className="text-xs text-dim">{t("lossy")}</p>}
            </>
          )}
          <Row label={t("metadata")} htmlFor={metadataId}>
            <Switch
              id={metadataId}
              checked={choice.hasMetadata}
              describedBy={`${metadataId}-help`}
              onChange={(hasMetadata) => setChoice({ ...choice, hasMetadata })}
            />
          </Row>
          <p id={`${metadataId}-help`} className="text-xs text-dim">
            {t(choice.hasMetadata ? "metadataOn" : "metadataOff")}
          </p>
          <a href={file.href} download={file.name} className={buttonClass("primary")} onClick={close}>
            {t("download")}
          </a>
          <Button onClick={() => void copy.copy()} disabled={copy.state === "copying"}>
            {t(`copy.${copy.state}`)}
          </Button>
          <DownloadSeveral edit={edit} />
        </div>
      )}
    </Popover>
  );
}

function Row({ label, htmlFor, children }: { readonly label: string; readonly htmlFor: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={htmlFor} className="text-dim">
        {label}
      </label>
      <div className="flex min-w-0 items-center gap-2">{children}</div>
    </div>
  );
}
