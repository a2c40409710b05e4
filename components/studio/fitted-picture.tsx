import { Photo } from "#components/ui/photo.tsx";
import { type Picture, paths, stageSide } from "#lib/wire.ts";

/** The same place that the room's first view has: see fitView. */
export function FittedPicture({ picture: { id, width, height } }: { readonly picture: Picture }) {
  const most = Math.max(2, 200 / width) * width;
  return (
    <div className="absolute inset-4 grid place-items-center [container-type:size]">
      <div
        className="relative"
        style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, ${100 * (width / height)}cqh, ${most}px)` }}
      >
        <Photo src={paths.thumbnail(id, stageSide)} alt="" loading="eager" fetchPriority="high" />
      </div>
    </div>
  );
}
