"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "./button.tsx";

interface OnceShownProps {
  readonly label: string;
  readonly text: string;
  readonly help: string;
}

/** A secret that is told this one time, ready to be copied. */
export function OnceShown({ label, text, help }: OnceShownProps) {
  const t = useTranslations("ui");
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Without leave to write there, it is selected to be copied by hand.
      field.current?.select();
    }
  }
  return (
    <div role="status" className="grid gap-1.5 rounded-lg border border-line bg-page p-2">
      <p className="text-xs">{help}</p>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          aria-label={label}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className="h-control min-w-0 flex-1 rounded-md border border-line bg-panel px-2 font-mono text-xs text-ink"
        />
        <Button onClick={() => void copy()}>{t(isCopied ? "copied" : "copy")}</Button>
      </div>
    </div>
  );
}
