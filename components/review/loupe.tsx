"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Point, toPicture } from "#components/ui/viewport.ts";
import type { Picture } from "#lib/wire.ts";
import { type LoupeAnswer, loupeSide } from "./pixel-orders.ts";
import { usePixels } from "./use-pixels.ts";
import type { View } from "./use-view.ts";

interface LoupeProps {
  readonly view: View;
  readonly before: Picture;
  readonly after: Picture;
  /** Null: the middle of the view. */
  readonly at: Point | null;
}

/** The same few pixels of both pictures, large, with the values of the middle one. */
export function Loupe({ view, before, after, at }: LoupeProps) {
  const t = useTranslations("review");
  const pixels = usePixels(before, after, view.frame);
  const [found, setFound] = useState<LoupeAnswer | null>(null);
  const place = view.at && toPicture(view.at, at ?? { x: view.room.width / 2, y: view.room.height / 2 });
  const [x, y] = [Math.floor(place?.x ?? 0), Math.floor(place?.y ?? 0)];
  useEffect(() => {
    let isWanted = true;
    pixels.loupe({ x, y }).then(
      (answer) => isWanted && setFound(answer),
      () => isWanted && setFound(null),
    );
    return () => {
      isWanted = false;
    };
  }, [pixels, x, y]);
  return (
    <section
      aria-label={t("loupe")}
      className="pointer-events-none absolute right-3 bottom-16 z-10 grid gap-2 rounded-lg border border-line bg-glass p-2 text-xs shadow-lg"
    >
      <div className="flex gap-2">
        <Magnified label={t("before")} image={found?.before} />
        <Magnified label={t("after")} image={found?.after} />
      </div>
      <p className="text-dim">
        x {x} · y {y}
      </p>
    </section>
  );
}

function Magnified({ label, image }: { readonly label: string; readonly image: ImageData | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (image) context?.putImageData(image, 0, 0);
    else context?.clearRect(0, 0, loupeSide, loupeSide);
  }, [image]);
  const middle = 4 * ((loupeSide * loupeSide - 1) / 2);
  const [red, green, blue, alpha] = image ? [0, 1, 2, 3].map((channel) => image.data[middle + channel]) : [];
  return (
    <figure className="grid gap-1">
      <figcaption className="text-dim">{label}</figcaption>
      <div className="relative size-28 overflow-hidden rounded-md border border-line">
        <canvas ref={canvas} width={loupeSide} height={loupeSide} aria-hidden className="size-full [image-rendering:pixelated]" />
        <span aria-hidden className="absolute top-1/2 left-1/2 size-2 -translate-1/2 border border-white outline outline-black" />
      </div>
      <p className="grid">
        {alpha === undefined || alpha === 0 ? (
          <span>–</span>
        ) : (
          <>
            <span>R {red}</span>
            <span>G {green}</span>
            <span>B {blue}</span>
          </>
        )}
      </p>
    </figure>
  );
}
