"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { onDemand, useLoadAhead } from "#lib/client/on-demand.tsx";
import type { Edit, Project } from "#lib/wire.ts";

const SharePanel = onDemand(() => import("./share-panel.tsx"));
const ahead = [SharePanel];

export interface SharePopoverProps {
  readonly project: Project;
  readonly edit: Edit | null;
  readonly onOpen: (editId: string) => void;
}

export function SharePopover({ project, edit, onOpen }: SharePopoverProps) {
  const t = useTranslations("share");
  useLoadAhead(ahead);
  return (
    <Popover
      label={t("title")}
      className="right-0 max-h-[80svh] w-80 max-w-[calc(100vw-1.5rem)] overflow-y-auto"
      buttonClassName={buttonClass("plain", "max-sm:px-2")}
      button={
        <>
          <Share2 aria-hidden size={14} />
          <span className="max-sm:sr-only">{t("title")}</span>
        </>
      }
    >
      {(close) => (
        <SharePanel
          project={project}
          edit={edit}
          onOpen={(id) => {
            onOpen(id);
            close();
          }}
        />
      )}
    </Popover>
  );
}
