"use client";

import { Sparkles } from "lucide-react";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type ClientError, connectionLost } from "#lib/client/client-error.ts";
import { columns } from "./columns.ts";
import { areSamplesHidden, fetchSample, hideSamples, type Sample, samplePath, samples } from "./samples.ts";

interface SampleRowProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onProblem: (problem: ClientError) => void;
}

/** Nothing is stored before one is chosen: a sample then comes in like any other picture. */
export function SampleRow({ onFiles, onProblem }: SampleRowProps) {
  const t = useTranslations("desk");
  const [isHidden, setHidden] = useState(() => areSamplesHidden(localStorage));
  const [opening, setOpening] = useState<Sample | null>(null);
  if (isHidden) return null;

  async function open(sample: Sample): Promise<void> {
    setOpening(sample);
    try {
      onFiles([await fetchSample(sample, t(`sample.${sample}`))]);
    } catch (error) {
      onProblem(connectionLost(error));
    } finally {
      setOpening(null);
    }
  }

  return (
    <section aria-label={t("samples")} className="mt-10">
      <div className="mb-4 flex items-center justify-between gap-3">
        <h2 className="flex items-center gap-2 text-[0.9375rem] font-semibold">
          <Sparkles aria-hidden size={16} className="text-faint" />
          {t("samples")}
        </h2>
        <Button
          tone="quiet"
          onClick={() => {
            hideSamples(localStorage);
            setHidden(true);
          }}
        >
          {t("hideSamples")}
        </Button>
      </div>
      <ul className={columns}>
        {samples.map((sample) => (
          <li key={sample}>
            <button
              type="button"
              disabled={opening !== null}
              onClick={() => void open(sample)}
              className="group grid w-full gap-2 rounded-lg text-left"
            >
              <span className="relative block aspect-3/2 overflow-hidden rounded-lg border border-line bg-panel transition-colors group-hover:border-edge">
                <Image src={samplePath(sample)} alt="" fill className="object-cover" />
              </span>
              <span className="grid">
                <span className="truncate font-medium">{t(`sample.${sample}`)}</span>
                <span className="truncate text-xs text-faint">{t(`sampleHint.${sample}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
