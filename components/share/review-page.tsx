"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { PictureSourcesContext } from "#components/review/picture-sources.ts";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useReview } from "#lib/client/use-review.ts";
import { paths, type ThumbnailSide } from "#lib/wire.ts";
import { ReviewRoom } from "./review-room.tsx";

/** What a link opens, and what it says once it has closed, also while somebody looks. */
export function ReviewPage({ token }: { readonly token: string }) {
  const t = useTranslations("share");
  const { review, error, send } = useReview(token);
  const sources = useMemo(
    () => ({
      file: (id: string) => paths.reviewFile(token, id),
      thumbnail: (id: string, side: ThumbnailSide) => paths.reviewThumbnail(token, id, side),
    }),
    [token],
  );
  if (error?.code === "not_found") return <FullPageNotice title={t("missingTitle")} text={t("missingText")} />;
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
