import type { ReactNode } from "react";
import { Photo } from "#components/ui/photo.tsx";
import type { Size } from "#components/ui/viewport.ts";
import { type Picture, paths, stageSide } from "#lib/wire.ts";

export function FittedPicture({ picture }: { readonly picture: Picture }) {
  return (
    <FittedFrame size={picture}>
      <Photo src={paths.thumbnail(picture.id, stageSide)} alt="" loading="eager" fetchPriority="high" />
    </FittedFrame>
  );
}

/** The same place that the room's first view has: see fitView. */
export function FittedFrame({ size: { width, height }, children }: { readonly size: Size; readonly children: ReactNode }) {
  const most = Math.max(2, 200 / width) * width;
  return (
    <div className="absolute inset-4 grid place-items-center [container-type:size]">
      <div
        className="relative"
        style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, ${100 * (width / height)}cqh, ${most}px)` }}
      >
        {children}
      </div>
    </div>
  );
}
