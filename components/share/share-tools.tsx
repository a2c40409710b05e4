"use client";

import { RemarksButton } from "./remarks-button.tsx";
import { SharePopover, type SharePopoverProps } from "./share-popover.tsx";

/** What others said, and how they get to see it. */
export function ShareTools(props: SharePopoverProps) {
  return (
    <>
      <RemarksButton projectId={props.project.id} />
      <SharePopover {...props} />
    </>
  );
}
