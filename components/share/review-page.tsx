"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { PictureSourcesContext } from "#components/review/picture-sources.ts";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useFragment } from "#lib/client/use-fragment.ts";
import { useReview } from "#lib/client/use-review.ts";
import { paths, type ThumbnailSide } from "#lib/wire.ts";
import { ReviewRoom } from "./review-room.tsx";

/** What a link opens, and what it says once it has closed, also while somebody looks. */
export function ReviewPage() {
  const t = useTranslations("share");
  const token = useFragment();
  const { shareId = "", review, error, send } = useReview(token === "" ? null : token);
  const sources = useMemo(
    () => ({
      file: (id: string) => paths.reviewFile(shareId, id),
      thumbnail: (id: string, side: ThumbnailSide) => paths.reviewThumbnail(shareId, id, side),
    }),
    [shareId],
  );
  if (token === "" || error?.code === "not_found") return <FullPageNotice title={t("missingTitle")} text={t("missingText")} />;
  if (review) {
    return (
      <PictureSourcesContext value={sources}>
        <ReviewRoom review={review} onSend={send} />
      </PictureSourcesContext>
    );
  }
  return (
    <main className="grid min-h-svh place-items-center p-6">
      <h1 className="sr-only">{t("review")}</h1>
      {error ? <ProblemNotice problem={error} /> : <p role="status">{t("loading")}</p>}
    </main>
  );
}
