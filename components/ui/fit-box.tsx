import type { CSSProperties, ReactNode } from "react";

interface FitBoxProps {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** The largest box of this ratio that fits into its parent, centred; small things are enlarged no more than twice. */
export function FitBox({ width, height, children }: FitBoxProps) {
  const ratio = width / height;
  const style: CSSProperties = {
    aspectRatio: String(ratio),
    width: `min(100cqw, 100cqh * ${ratio}, ${Math.round(width * 2)}px)`,
  };
  return (
    <div className="grid size-full place-items-center [container-type:size]">
      <div className="relative" style={style}>
        {children}
      </div>
    </div>
  );
}
