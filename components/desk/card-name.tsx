"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

interface CardNameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** The name as a field, in its own place: Enter or leaving it keeps, Escape gives up. */
export function CardName({ name, onName, onClose }: CardNameProps) {
  const t = useTranslations("desk");
  const field = useRef<HTMLInputElement>(null);
  const isGivenUp = useRef(false);
  useEffect(() => field.current?.select(), []);

  function keep(text: string): void {
    const next = text.trim();
    if (!isGivenUp.current && next !== "" && next !== name) onName(next);
    onClose();
  }

  return (
    <input
      ref={field}
      aria-label={t("newName", { name })}
      defaultValue={name}
      maxLength={200}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        isGivenUp.current = event.key === "Escape";
        event.currentTarget.blur();
      }}
      className="mt-1 h-7 w-full rounded-md border border-edge bg-page px-2 font-medium"
    />
  );
}
