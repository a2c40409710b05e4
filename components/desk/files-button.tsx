"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { hiddenFileInput } from "#components/ui/file-input.ts";
import { useShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";

export function FilesButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations("desk");
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  useShortcut("newFromPicture", () => {
    choose();
    return true;
  });
  return (
    <>
      <input
        {...hiddenFileInput}
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? []);
          // So that the same file can be chosen again.
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button tone="primary" onClick={choose}>
        {t("choose")}
      </Button>
    </>
  );
}
