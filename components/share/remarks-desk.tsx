"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Pin } from "#lib/review-wire.ts";

interface Draft {
  readonly editId: string;
  readonly pin: Pin;
}

interface RemarksDesk {
  /** The remarks lie beside the picture, and their pins on it. */
  readonly isShown: boolean;
  readonly draft: Draft | null;
  readonly selectedId: string | null;
  show(isShown: boolean): void;
  setDraft(draft: Draft | null): void;
  select(remarkId: string | null): void;
}

const Context = createContext<RemarksDesk>({
  ...{ isShown: false, draft: null, selectedId: null },
  show: () => undefined,
  setDraft: () => undefined,
  select: () => undefined,
});

/** What the button in the header, the pins on the picture and the list beside it share. */
export function RemarksDeskProvider({ children }: { readonly children: ReactNode }) {
  const [isShown, setShown] = useState(false);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [selectedId, select] = useState<string | null>(null);
  const desk = useMemo(
    (): RemarksDesk => ({
      ...{ isShown, draft, selectedId, setDraft, select },
      show(next) {
        setShown(next);
        if (!next) setDraft(null);
      },
    }),
    [isShown, draft, selectedId],
  );
  return <Context value={desk}>{children}</Context>;
}

export function useRemarksDesk(): RemarksDesk {
  return useContext(Context);
}
