"use client";

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { joinClasses } from "./join-classes.ts";

interface PopoverProps {
  readonly label: string;
  readonly buttonClassName: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly isDisabled?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** Between a panel and the sides of the window. */
const marginPx = 8;

/** A button with a panel under it, wherever the button stands within the window. It closes by Escape, by a press elsewhere or when the focus leaves it. */
export function Popover({ label, buttonClassName, button, className, isDisabled, children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const panelId = useId();

  useLayoutEffect(() => {
    const box = isOpen && panel.current?.getBoundingClientRect();
    if (!box) return;
    const most = document.documentElement.clientWidth - marginPx - box.right;
    panel.current?.style.setProperty("translate", `${Math.max(marginPx - box.left, Math.min(0, most))}px`);
  }, [isOpen]);

  useEffect(() => {
    if (!isOpen) return;
    // What it shows may come later, or grow; it is never cut off by what it stands in.
    const growth = new ResizeObserver(() => panel.current?.scrollIntoView({ block: "nearest" }));
    if (panel.current) growth.observe(panel.current);
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    document.addEventListener("keydown", closeByKey);
    return () => {
      growth.disconnect();
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
      document.removeEventListener("keydown", closeByKey);
    };
  }, [isOpen]);

  function close(): void {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    <div ref={root} className="relative">
      <button
        ref={opener}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
        className={buttonClassName}
      >
        {button}
      </button>
      {isOpen && (
        <section
          ref={panel}
          id={panelId}
          aria-label={label}
          className={joinClasses("absolute z-30 mt-1 rounded-lg border border-line bg-raised p-1.5 shadow-xl shadow-black/30", className)}
        >
          {children(close)}
        </section>
      )}
    </div>
  );
}
