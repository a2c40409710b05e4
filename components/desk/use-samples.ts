"use client";

import { useEffect, useState } from "react";
import { createProject } from "#lib/client/project-actions.ts";
import { uploadPicture } from "#lib/client/upload.ts";
import { type Sample, sampleAddress } from "./samples.ts";

const dismissedKey = "desk.samples-dismissed";

/** Whether the samples were sent away is this browser's own business. */
export function useSamples() {
  const [isWanted, setWanted] = useState(false);
  const [openingId, setOpeningId] = useState<string | null>(null);
  useEffect(() => setWanted(localStorage.getItem(dismissedKey) === null), []);

  return {
    isWanted,
    openingId,
    dismiss(): void {
      localStorage.setItem(dismissedKey, "yes");
      setWanted(false);
    },
    /** Makes a project of it and answers its address. */
    async open(sample: Sample, name: string): Promise<string> {
      setOpeningId(sample.id);
      try {
        const answer = await fetch(sampleAddress(sample));
        const file = new File([await answer.blob()], `${sample.id}.webp`, { type: "image/webp" });
        const picture = await uploadPicture(file, {});
        const project = await createProject({ name, pictureId: picture.id });
        return `/projects/${project.id}?mode=${sample.mode}`;
      } catch (failure) {
        setOpeningId(null);
        throw failure;
      }
    },
  };
}
