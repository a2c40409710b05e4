"use client";

import { useTranslations } from "next-intl";
import { DownloadPopover } from "#components/review/download-popover.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import type { Edit, Prediction } from "#lib/wire.ts";

interface StudioExportProps {
  readonly edit: Edit | null;
  readonly prediction: Prediction | undefined;
  readonly projectName: string;
}

/** Everything that leaves the studio as a file, from wherever one is. */
export function StudioExport({ edit, ...rest }: StudioExportProps) {
  const t = useTranslations("studio");
  if (!edit) return null;
  return <DownloadPopover edit={edit} {...rest} look={{ label: t("export"), className: buttonClass("plain", "max-sm:px-2") }} />;
}
