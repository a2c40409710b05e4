"use client";

import { useEffect, useState } from "react";

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

const quietModules = 4;

/** What a phone's camera reads. Dark on light in either look: many readers know no other. */
export function QrCode({ text, label }: QrCodeProps) {
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void import("uqr").then(({ encode }) => {
      if (isCurrent) setRows(encode(text, { ecc: "M", border: quietModules }).data);
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  const side = rows.length || 1;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" className="size-48 rounded-md bg-white">
      <path d={path} className="fill-black" />
    </svg>
  );
}
