"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { type Edit, layersFormats, paths } from "#lib/wire.ts";

/** An edit as layers and a project as an archive. They are put together while they are sent, which a large picture makes worth saying. */
export function DownloadSeveral({ edit }: { readonly edit: Edit }) {
  const t = useTranslations("download");
  const [isAsked, setAsked] = useState(false);
  const ask = () => setAsked(true);
  return (
    <>
      <div className="grid gap-1.5">
        <span className="text-dim">{t("layers")}</span>
        <div className="grid grid-cols-3 gap-2">
          {layersFormats.map((format) => (
            <a
              key={format}
              href={`${paths.layers(edit.id)}?format=${format}`}
              download
              className={buttonClass()}
              title={t(`layersAs.${format}.title`)}
              onClick={ask}
            >
              {t(`layersAs.${format}.label`)}
            </a>
          ))}
        </div>
      </div>
      <div className="grid">
        <a href={paths.archive(edit.projectId)} download className={buttonClass("quiet")} title={t("archiveTitle")} onClick={ask}>
          {t("archive")}
        </a>
        <p role="status" className="text-center text-xs text-dim">
          {isAsked && t("asked")}
        </p>
      </div>
    </>
  );
}
