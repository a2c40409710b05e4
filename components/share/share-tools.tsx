"use client";

import { useMayChange } from "#lib/client/may-change.tsx";
import { RemarksButton } from "./remarks-button.tsx";
import { SharePopover, type SharePopoverProps } from "./share-popover.tsx";

/** What others said, and how they get to see it. */
export function ShareTools(props: SharePopoverProps) {
  const mayChange = useMayChange();
  return (
    <>
      <RemarksButton projectId={props.project.id} />
      {mayChange && <SharePopover {...props} />}
    </>
  );
}
