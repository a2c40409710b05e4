"use client";

import { useTranslations } from "next-intl";
import { Photo } from "#components/ui/photo.tsx";
import type { Sample } from "./samples.ts";
import { sampleAddress, samples } from "./samples.ts";

interface SampleCardsProps {
  readonly openingId: string | null;
  readonly onOpen: (sample: Sample, name: string) => void;
}

export function SampleCards({ openingId, onOpen }: SampleCardsProps) {
  const t = useTranslations("desk");
  return samples.map((sample) => {
    const name = t(`sampleName.${sample}`);
    return (
      <li key={sample}>
        <button
          type="button"
          disabled={openingId !== null}
          onClick={() => onOpen(sample, name)}
          className="group block w-full rounded-lg text-left"
        >
          <span className="relative block aspect-3/2 overflow-hidden rounded-lg border border-line bg-panel transition-colors group-hover:border-edge">
            <Photo src={sampleAddress(sample)} alt="" loading="eager" className="object-cover" />
          </span>
          <span className="mt-2 block truncate font-medium">{name}</span>
          <span className="block truncate text-xs text-faint">{t(openingId === sample ? "opening" : "sample")}</span>
        </button>
      </li>
    );
  });
}
