"use client";

import { useState } from "react";
import { type Picture, paths } from "#lib/wire.ts";

type CopyState = "ready" | "copying" | "copied" | "failed";

/** Browsers take only PNG into the clipboard; the promise goes in at once, since they want to see the press that asked for it. */
export function useCopyPicture({ id }: Picture): { readonly state: CopyState; copy(): Promise<void> } {
  const [state, setState] = useState<CopyState>("ready");
  return {
    state,
    async copy() {
      setState("copying");
      try {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": readPng(id) })]);
        setState("copied");
      } catch {
        setState("failed");
      }
    },
  };
}

async function readPng(id: string): Promise<Blob> {
  const response = await fetch(`${paths.download(id)}?format=png`);
  if (!response.ok) throw new Error(`Expected a picture but received status ${response.status}`);
  return response.blob();
}
