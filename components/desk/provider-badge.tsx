"use client";

import { useTranslations } from "next-intl";
import { Popover } from "#components/ui/popover.tsx";
import { StatusPill, type StatusTone } from "#components/ui/status-pill.tsx";
import type { ProviderState } from "#lib/wire.ts";

/** Says who does the work, and on a press what that means. */
export function ProviderBadge({ provider }: { readonly provider: ProviderState | undefined }) {
  const t = useTranslations("provider");
  if (!provider) return null;
  const { tone, name, help } = look(provider);
  const host = provider.host ?? "";
  return (
    <Popover
      label={t("title")}
      buttonClassName="flex h-control max-w-full items-center rounded-full"
      button={<StatusPill tone={tone}>{t(name, { host })}</StatusPill>}
      className="right-0 w-72 max-w-[80vw]"
    >
      {() => <p className="p-2 text-xs text-dim">{t(help, { host })}</p>}
    </Popover>
  );
}

function look({ name, available }: ProviderState) {
  if (name === "local") return { tone: "calm", name: "local", help: "localHelp" } as const satisfies Look;
  if (available) return { tone: "good", name: "gateway", help: "gatewayHelp" } as const satisfies Look;
  return { tone: "caution", name: "gatewayDown", help: "gatewayDownHelp" } as const satisfies Look;
}

interface Look {
  readonly tone: StatusTone;
  readonly name: string;
  readonly help: string;
}
