"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { formatMoment } from "#lib/client/formats.ts";
import type { Share } from "#lib/review-wire.ts";
import type { Edit } from "#lib/wire.ts";
import { RemarkList } from "./remark-list.tsx";

interface ShareListProps {
  readonly shares: readonly Share[];
  readonly edits: readonly Edit[];
  readonly onOpen: (editId: string) => void;
  readonly onRevoke: (shareId: string) => void;
}

/** Every link of the project with how it stands and what was said by it, picture by picture. */
export function ShareList({ shares, edits, onOpen, onRevoke }: ShareListProps) {
  const t = useTranslations("share");
  const locale = useLocale();
  const nameOf = (editId: string) => edits.find(({ id }) => id === editId)?.name ?? editId;
  return (
    <section aria-label={t("links")} className="grid gap-2 border-t border-line pt-3">
      <h3 className="font-medium">{t("links")}</h3>
      {shares.length === 0 && <p className="text-xs text-dim">{t("noLinks")}</p>}
      <ul className="grid gap-3">
        {shares.map(({ id, editId, state, expiresAt, remarks }) => {
          const title = editId === null ? t("linkToProject") : t("linkTo", { name: nameOf(editId) });
          return (
            <li key={id} className="grid gap-2 rounded-lg border border-line p-2 text-xs">
              <div className="flex items-start gap-2">
                <div className="grid min-w-0 flex-1 gap-0.5">
                  <p className="truncate font-medium" title={title}>
                    {title}
                  </p>
                  <p className="text-dim">
                    {state === "open" && expiresAt ? t("until", { time: formatMoment(locale, expiresAt) }) : t(`state.${state}`)}
                    {" · "}
                    {t("remarkCount", { count: remarks.length })}
                  </p>
                </div>
                {state === "open" && (
                  <Button aria-label={t("revokeFor", { name: title })} onClick={() => onRevoke(id)}>
                    {t("revoke")}
                  </Button>
                )}
              </div>
              {[...new Set(remarks.map((remark) => remark.editId))].map((spokenOf) => (
                <div key={spokenOf} className="grid gap-1.5">
                  <button
                    type="button"
                    onClick={() => onOpen(spokenOf)}
                    className="min-h-6 truncate text-left text-accent-text hover:underline pointer-coarse:min-h-11"
                  >
                    {t("openEdit", { name: nameOf(spokenOf) })}
                  </button>
                  <RemarkList remarks={remarks.filter((remark) => remark.editId === spokenOf)} selectedId={null} />
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
