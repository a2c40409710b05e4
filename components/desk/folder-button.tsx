"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";

/** A folder with everything in it; files that no picture is made of, as systems leave them behind, stay out. */
export function FolderButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations("desk");
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          if (element) element.webkitdirectory = true;
        }}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        className="sr-only"
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? []).filter(({ name }) => !name.startsWith("."));
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button onClick={() => input.current?.click()}>{t("folder")}</Button>
    </>
  );
}
