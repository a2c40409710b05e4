"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { joinClasses } from "./join-classes.ts";

interface DialogProps {
  readonly label: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands over the page while it is mounted; closes by Escape or a press beside it, and the focus goes back where it was. */
export function Dialog({ label, className, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    const closeOutside = (event: PointerEvent) => {
      if (event.target === element) latest.current();
    };
    element?.addEventListener("pointerdown", closeOutside);
    return () => {
      element?.removeEventListener("pointerdown", closeOutside);
      element?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        latest.current();
      }}
      className={joinClasses(
        "m-auto max-h-[calc(100svh-2rem)] max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-lg border border-line bg-panel p-0 text-ink shadow-2xl shadow-black/40 backdrop:bg-black/50",
        className,
      )}
    >
      {children}
    </dialog>
  );
}
