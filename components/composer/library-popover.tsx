"use client";

import { LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LibraryPicture } from "#components/library/library-picture.ts";
import { Popover } from "#components/ui/popover.tsx";
import { onDemand, useLoadAhead } from "#lib/client/on-demand.tsx";
import { useComposerForm } from "./composer-context.ts";

const PictureLibrary = onDemand(async () => ({ default: (await import("#components/library/picture-library.tsx")).PictureLibrary }));
const ahead = [PictureLibrary];

interface LibraryPopoverProps {
  readonly label: string;
  readonly onPick: (picture: LibraryPicture) => void;
}

export function LibraryPopover({ label, onPick }: LibraryPopoverProps) {
  const t = useTranslations("composer");
  const { projectId, edits } = useComposerForm();
  useLoadAhead(ahead);
  return (
    <Popover
      label={t("pickFor", { label })}
      buttonClassName="inline-grid size-6 place-items-center rounded-md text-dim hover:bg-raised hover:text-ink pointer-coarse:size-11"
      button={
        <>
          <LayoutGrid aria-hidden size={14} />
          <span className="sr-only">{t("pickFor", { label })}</span>
        </>
      }
      className="right-0 w-72"
    >
      {(close) => (
        <PictureLibrary
          projectId={projectId}
          edits={edits}
          onPick={(picture) => {
            onPick(picture);
            close();
          }}
        />
      )}
    </Popover>
  );
}
