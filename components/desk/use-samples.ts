"use client";

import { useState } from "react";
import { writeCookie } from "#lib/client/write-cookie.ts";
import type { Sample } from "./samples.ts";

/** Whether the samples were sent away is this browser's own business. */
export function useSamples(startsWanted: boolean) {
  const [isWanted, setWanted] = useState(startsWanted);
  const [openingId, setOpeningId] = useState<string | null>(null);

  return {
    isWanted,
    openingId,
    dismiss(): void {
      writeCookie("samples", "off");
      setWanted(false);
    },
    /** Makes a project of it and answers its address. */
    async open(sample: Sample, name: string): Promise<string> {
      setOpeningId(sample);
      try {
        return await (await import("./open-sample.ts")).openSample(sample, name);
      } catch (failure) {
        setOpeningId(null);
        throw failure;
      }
    },
  };
}
