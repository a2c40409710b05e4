"use client";

import { useTranslations } from "next-intl";
import { OfflineNote } from "#components/ui/offline-note.tsx";
import { useIsOnline } from "#lib/client/use-online.ts";

/** Lies over the stage, above the bar at its foot, so that nothing moves when the network comes and goes. */
export function OfflineBanner() {
  const t = useTranslations("studio");
  const isOnline = useIsOnline();
  return (
    <div className="pointer-events-none absolute inset-x-3 bottom-16 z-20 flex justify-center">
      {!isOnline && <OfflineNote text={t("offline")} />}
    </div>
  );
}
