/** Progress in the form the gateways' models print it, so that one reader serves both. */
const barWidth = 10;
const eighths = " ▏▎▍▌▋▊▉";
const shortestPauseMs = 250;

/** Answers a line, or null where nothing has changed that a person could see. */
export function startProgress(nowMs: () => number): (done: number, of: number) => string | null {
  const startedAtMs = nowMs();
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let toldShare = -1;
  return (done, of) => {
    const share = of > 0 ? Math.min(1, Math.max(0, done / of)) : 0;
    const isLast = share === 1;
    if (share <= toldShare || (!isLast && nowMs() - toldAtMs < shortestPauseMs)) return null;
    toldAtMs = nowMs();
    toldShare = share;
    const spentMs = toldAtMs - startedAtMs;
    const left = share > 0 ? asTime((spentMs / share) * (1 - share)) : "?";
    return `${String(Math.floor(share * 100)).padStart(3)}%|${bar(share)}| ${done}/${of} [${asTime(spentMs)}<${left}]`;
  };
}

function bar(share: number): string {
  const filled = Math.floor(share * barWidth * 8);
  const full = "█".repeat(Math.floor(filled / 8));
  return (full + (filled % 8 === 0 ? "" : eighths.charAt(filled % 8))).padEnd(barWidth);
}

function asTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
