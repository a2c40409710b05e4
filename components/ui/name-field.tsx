"use client";

import { useEffect, useRef } from "react";
import { joinClasses } from "./join-classes.ts";

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly maxLength?: number;
  readonly className?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** The name as a field, in its own place: Enter or leaving it keeps, Escape gives up. */
export function NameField({ label, name, maxLength = 200, className, onName, onClose }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isGivenUp = useRef(false);
  useEffect(() => {
    const opener = document.activeElement;
    field.current?.focus();
    field.current?.select();
    return () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);

  function keep(text: string): void {
    const next = text.trim();
    if (!isGivenUp.current && next !== "" && next !== name) onName(next);
    onClose();
  }

  return (
    <input
      ref={field}
      aria-label={label}
      defaultValue={name}
      maxLength={maxLength}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Arrows move in the words here, whatever they do around the field.
        event.stopPropagation();
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        // It is the field that is left, not the dialog it may stand in.
        event.preventDefault();
        isGivenUp.current = event.key === "Escape";
        event.currentTarget.blur();
      }}
      className={joinClasses("rounded-md border border-edge bg-page px-2", className)}
    />
  );
}
