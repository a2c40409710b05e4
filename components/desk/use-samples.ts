"use client";

import { useState } from "react";
import { writeCookie } from "#lib/client/write-cookie.ts";
import { projectChanges } from "./project-changes.ts";
import { type Sample, sampleAddress } from "./samples.ts";

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
      setOpeningId(sample.id);
      try {
        const answer = await fetch(sampleAddress(sample));
        const file = new File([await answer.blob()], `${sample.id}.webp`, { type: "image/webp" });
        const { uploadPicture } = await import("#lib/client/upload.ts");
        const picture = await uploadPicture(file, {});
        const { createProject } = await projectChanges.load();
        const project = await createProject({ name, pictureId: picture.id });
        return `/projects/${project.id}?mode=${sample.mode}`;
      } catch (failure) {
        setOpeningId(null);
        throw failure;
      }
    },
  };
}
