"use client";

import type { ReactNode } from "react";
import { useDropzone } from "react-dropzone";
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
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    noClick: true,
    noKeyboard: true,
    multiple: false,
    onDrop: (files) => {
      const [file] = files;
      if (file) onFile(file);
    },
  });
  return (
    <div
      {...getRootProps({
        role: "group",
        "aria-label": label,
        tabIndex: undefined,
        className: joinClasses(className, isDragActive && "outline-2 outline-offset-2 outline-accent"),
      })}
    >
      <input {...getInputProps(hiddenFileInput)} />
      {children(open)}
    </div>
  );
}
