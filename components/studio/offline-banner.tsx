"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useIsOnline } from "#lib/client/use-online.ts";

/** Lies over the stage, above the bar at its foot, so that nothing moves when the network comes and goes. */
export function OfflineBanner() {
  const t = useTranslations("studio");
  const isOnline = useIsOnline();
  return (
    <div role="status" className="pointer-events-none absolute inset-x-3 bottom-16 z-20 flex justify-center">
      {!isOnline && (
        <p className="flex items-center gap-2 rounded-lg border border-caution bg-panel px-3 py-2 text-caution shadow-lg">
          <WifiOff aria-hidden size={16} className="shrink-0" />
          {t("offline")}
        </p>
      )}
    </div>
  );
}
