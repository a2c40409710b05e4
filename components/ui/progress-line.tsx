interface ProgressLineProps {
  readonly label: string;
  /** 0..1, or null where nobody knows. */
  readonly fraction: number | null;
}

export function ProgressLine({ label, fraction }: ProgressLineProps) {
  const percent = fraction === null ? null : Math.round(Math.min(Math.max(fraction, 0), 1) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className="h-1 w-full overflow-hidden rounded-full bg-line"
    >
      {percent === null ? (
        <div className="moving-bar h-full w-1/3 rounded-full bg-accent" />
      ) : (
        <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      )}
    </div>
  );
}
