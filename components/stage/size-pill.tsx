import type { Picture } from "#lib/wire.ts";

export function SizePill({ picture }: { readonly picture: Picture }) {
  return (
    <span className="rounded-full border border-line bg-glass px-3 py-1 text-xs whitespace-nowrap text-dim">
      {picture.width} × {picture.height}
    </span>
  );
}
