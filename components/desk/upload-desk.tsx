"use client";

import { useEffect, useRef } from "react";
import { UploadList } from "./upload-list.tsx";
import { useUploads } from "./use-uploads.ts";

interface UploadDeskProps {
  /** What was chosen, dropped or pasted so far, in the order it came. */
  readonly arrivals: readonly (readonly File[])[];
  readonly onProject: (projectId: string, isAlone: boolean) => void;
}

/** Where files come in: its code travels with the first of them. */
export function UploadDesk({ arrivals, onProject }: UploadDeskProps) {
  const { uploads, add, remove, retry } = useUploads(onProject);
  const taken = useRef(0);
  useEffect(() => {
    for (const files of arrivals.slice(taken.current)) add(files);
    taken.current = arrivals.length;
  }, [arrivals, add]);
  return uploads.length > 0 && <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />;
}
