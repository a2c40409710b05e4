"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { useShortcut, useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ value, onChange }: SearchFieldProps) {
  const t = useTranslations("desk");
  const field = useRef<HTMLInputElement>(null);

  const keys = useShortcutKeys()("search");
  useShortcut("search", () => {
    field.current?.focus();
    field.current?.select();
    return true;
  });

  return (
    <search className="relative w-full max-w-80 min-w-0">
      <input
        ref={field}
        type="text"
        inputMode="search"
        aria-label={t("search")}
        aria-keyshortcuts={keys.aria}
        placeholder={t("search")}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && !event.nativeEvent.isComposing && onChange("")}
        className="h-control w-full rounded-md border border-line bg-page pr-8 pl-3 text-ink hover:border-edge"
      />
      <span className="absolute top-1/2 right-1.5 flex -translate-y-1/2">
        {value === "" ? (
          keys.text && (
            <span className="flex max-md:hidden">
              <KeyHint>{keys.text}</KeyHint>
            </span>
          )
        ) : (
          <IconButton small icon={X} label={t("clearSearch")} onClick={() => onChange("")} />
        )}
      </span>
    </search>
  );
}
