"use client";

import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from "react";
import { hiddenFileInput } from "#components/ui/file-input.ts";
import { joinClasses } from "#components/ui/join-classes.ts";

interface PictureDropProps {
  readonly label: string;
  readonly className?: string;
  readonly onFile: (file: File) => void;
  readonly children: (open: () => void) => ReactNode;
}

/** A place that takes one picture: dropped on it, pasted while the focus is in it, or chosen with `open`. */
export function PictureDrop({ label, className, onFile, children }: PictureDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function take(event: ClipboardEvent | DragEvent, files: FileList | undefined): void {
    const file = files?.[0];
    if (!file) return;
    // Taken here: the page around it is not to take it again.
    event.preventDefault();
    onFile(file);
  }

  function hover(event: DragEvent): void {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  }

  return (
    <fieldset
      aria-label={label}
      className={joinClasses("min-w-0", className, isOver && "outline-2 outline-offset-2 outline-accent")}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        take(event, event.dataTransfer.files);
      }}
      onPaste={(event) => take(event, event.clipboardData.files)}
    >
      <input
        {...hiddenFileInput}
        ref={input}
        type="file"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // So that the same file can be chosen again.
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      {children(() => input.current?.click())}
    </fieldset>
  );
}
