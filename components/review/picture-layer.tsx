"use client";

import { type ReactNode, useEffect, useState } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Photo } from "#components/ui/photo.tsx";
import { type Picture, stageSide } from "#lib/wire.ts";
import { placeIn } from "./compare-frame.ts";
import { usePictureSources } from "./picture-sources.ts";
import type { View } from "./use-view.ts";

interface PictureLayerProps {
  readonly picture: Picture;
  readonly view: View;
  readonly alt: string;
  readonly className?: string;
  readonly opacity?: number;
}

/** A picture where the view has it: a small copy, and its own pixels once the copy is too coarse for what is seen. */
export function PictureLayer({ picture, view, alt, className, opacity }: PictureLayerProps) {
  const sources = usePictureSources();
  const full = sources.file(picture.id);
  const place = placeIn(view.frame, picture);
  const zoom = view.at?.zoom ?? 0;
  const isSharp = useDecoded(full, isCopyTooCoarse(picture, place.width * zoom));
  return (
    <FramedLayer view={view} className={className} opacity={opacity}>
      <div
        className={joinClasses("absolute", picture.hasAlpha && "checkered")}
        style={{
          left: place.x * zoom,
          top: place.y * zoom,
          width: place.width * zoom,
          height: place.height * zoom,
          imageRendering: zoom * (place.width / picture.width) < 4 ? "auto" : "pixelated",
        }}
      >
        <Photo
          src={isSharp ? full : sources.thumbnail(picture.id, stageSide)}
          alt={alt}
          loading="eager"
          decoding="sync"
          draggable={false}
        />
      </div>
    </FramedLayer>
  );
}

interface FramedLayerProps {
  readonly view: View;
  readonly className?: string | undefined;
  readonly opacity?: number | undefined;
  readonly children: ReactNode;
}

/** Lies exactly where the frame of the view lies. */
export function FramedLayer({ view, className, opacity, children }: FramedLayerProps) {
  if (!view.at) return null;
  const { x, y, zoom } = view.at;
  const style = { transform: `translate(${x}px, ${y}px)`, width: view.frame.width * zoom, height: view.frame.height * zoom };
  return (
    <div
      className={joinClasses("pointer-events-none absolute top-0 left-0", className)}
      style={opacity === undefined ? style : { ...style, opacity }}
    >
      {children}
    </div>
  );
}

function isCopyTooCoarse({ width, height }: Picture, shownWidth: number): boolean {
  const longest = Math.max(width, height);
  if (longest <= stageSide) return false;
  const ratio = typeof window === "undefined" ? 1 : window.devicePixelRatio;
  return (shownWidth / width) * longest * ratio > stageSide * 1.2;
}

/** True once the file is there and decoded, so that the switch to it is not seen. */
function useDecoded(source: string, isWanted: boolean): boolean {
  const [decoded, setDecoded] = useState<string | null>(null);
  const isDecoded = decoded === source;
  useEffect(() => {
    if (!isWanted || isDecoded) return;
    let isStillWanted = true;
    const image = new window.Image();
    image.src = source;
    image.decode().then(
      () => isStillWanted && setDecoded(source),
      // What cannot be shown leaves the copy.
      () => undefined,
    );
    return () => {
      isStillWanted = false;
    };
  }, [source, isWanted, isDecoded]);
  return isWanted && isDecoded;
}
