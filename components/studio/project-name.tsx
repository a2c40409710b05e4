"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

interface ProjectNameProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
}

export function ProjectName({ name, onRename }: ProjectNameProps) {
  const t = useTranslations("studio");
  const [typed, setTyped] = useState<string | null>(null);

  function finish(): void {
    const next = typed?.trim();
    setTyped(null);
    if (next && next !== name) onRename(next);
  }

  return (
    <h1 className="flex min-w-0">
      <input
        aria-label={t("projectName")}
        value={typed ?? name}
        maxLength={120}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setTyped(null);
        }}
        className="h-control max-w-72 min-w-12 truncate field-sizing-content max-sm:max-w-40 rounded-md border border-transparent bg-transparent px-2 font-semibold hover:border-line focus:border-edge focus:bg-page"
      />
    </h1>
  );
}
