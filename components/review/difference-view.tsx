"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Slider } from "#components/ui/slider.tsx";
import type { PairProps } from "./compared.ts";
import { Pane } from "./pane.tsx";
import { FramedLayer, PictureLayer } from "./picture-layer.tsx";
import type { HeatAnswer, Region } from "./pixel-orders.ts";
import { StageChip } from "./stage-chip.tsx";
import { usePixels } from "./use-pixels.ts";
import type { View } from "./use-view.ts";

const highestThreshold = 40;
/** Below it one sees what the small copies lost in packing. */
const firstThreshold = 8;
/** Large regions would keep the worker too long; from afar the copies tell enough. */
const mostRegionPixels = 6_000_000;

/** What differs glows over the result, which steps back; the threshold says from which difference on. */
export function DifferenceView({ view, before, after, isHeld, onHover }: PairProps) {
  const t = useTranslations("review");
  const locale = useLocale();
  const [threshold, setThreshold] = useState(firstThreshold);
  const [heat, setHeat] = useState<HeatAnswer | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const pixels = usePixels(before, after, view.frame);
  const region = useRegion(view);

  useEffect(() => {
    let isWanted = true;
    pixels.heat({ region, thresholdDeltaE: threshold }).then(
      (answer) => {
        if (!isWanted) return;
        setHeat(answer);
        setFailed(false);
      },
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [pixels, region, threshold]);

  const isPart = region !== null && region.width * region.height < view.frame.width * view.frame.height;
  const precise = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 });
  return (
    <div className="absolute inset-0">
      <Pane ref={view.measure} view={view} onHover={onHover}>
        <PictureLayer
          picture={isHeld ? before : after}
          view={view}
          alt={t(isHeld ? "before" : "after")}
          className={isHeld ? "" : "brightness-50 grayscale"}
        />
        {!isHeld && heat && <HeatLayer view={view} heat={heat} label={t("heat")} />}
      </Pane>
      <StageChip>
        <label htmlFor="threshold">{t("threshold")}</label>
        <Slider
          id="threshold"
          min={0}
          max={highestThreshold}
          step={0.5}
          value={threshold}
          onValue={setThreshold}
          aria-valuetext={`ΔE ${threshold}`}
          className="w-32"
        />
        <span className="w-12">ΔE {threshold}</span>
        <span role="status" className="text-dim">
          {hasFailed
            ? t("heatFailed")
            : heat
              ? t(isPart ? "differsHere" : "differs", { share: precise.format(heat.share) })
              : t("comparing")}
        </span>
      </StageChip>
    </div>
  );
}

/** The part that is seen, in whole pixels, once every one of them is seen; null before. */
function useRegion({ at, room, frame }: View): Region | null {
  const [region, setRegion] = useState<Region | null>(null);
  const x = Math.max(0, Math.floor(-(at?.x ?? 0) / (at?.zoom ?? 1)));
  const y = Math.max(0, Math.floor(-(at?.y ?? 0) / (at?.zoom ?? 1)));
  const width = Math.min(frame.width, Math.ceil((room.width - (at?.x ?? 0)) / (at?.zoom ?? 1))) - x;
  const height = Math.min(frame.height, Math.ceil((room.height - (at?.y ?? 0)) / (at?.zoom ?? 1))) - y;
  const isClose = (at?.zoom ?? 0) >= 0.999 && width > 0 && height > 0 && width * height <= mostRegionPixels;
  useEffect(() => {
    // While one moves, the map before stays; it is drawn anew when one rests.
    const timer = setTimeout(() => setRegion(isClose ? { x, y, width, height } : null), isClose ? 120 : 0);
    return () => clearTimeout(timer);
  }, [isClose, x, y, width, height]);
  // Copies of an original and of the larger canvas it lies on were resampled on other grids, and would differ everywhere.
  const whole = useMemo(() => {
    const { known, width: across, height: down } = frame;
    return known && across * down <= mostRegionPixels ? { x: 0, y: 0, width: across, height: down } : null;
  }, [frame]);
  return region ?? whole;
}

function HeatLayer({ view, heat: { image, region }, label }: { readonly view: View; readonly heat: HeatAnswer; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    element.width = image.width;
    element.height = image.height;
    element.getContext("2d")?.putImageData(image, 0, 0);
  }, [image]);
  const zoom = view.at?.zoom ?? 0;
  return (
    <FramedLayer view={view}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className="absolute"
        style={{
          left: region.x * zoom,
          top: region.y * zoom,
          width: region.width * zoom,
          height: region.height * zoom,
          imageRendering: zoom < 4 ? "auto" : "pixelated",
        }}
      />
    </FramedLayer>
  );
}
