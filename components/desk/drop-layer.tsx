"use client";

import { useDropzone } from "react-dropzone";
import { DropVeil } from "./drop-veil.tsx";

interface DropLayerProps {
  readonly isDragging: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Lies over the window while files are dragged across it, and reads folders too, which only the drop itself allows. */
export function DropLayer({ isDragging, onFiles }: DropLayerProps) {
  const { getRootProps } = useDropzone({
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    onDrop: (files) => files.length > 0 && onFiles(files),
  });
  return (
    <div {...getRootProps({ className: isDragging ? "fixed inset-0 z-40" : "hidden", role: undefined, tabIndex: undefined })}>
      {isDragging && <DropVeil />}
    </div>
  );
}
