/** Progress as the gateways write it in their logs, so that one reader serves both: " 45%|████▌     | 13/28 [00:01<00:01]". */
const cells = 10;

export function progressLine(done: number, of: number, elapsedMs: number): string {
  const share = Math.min(1, done / of);
  const full = Math.floor(share * cells);
  const leftMs = share > 0 ? (elapsedMs / share) * (1 - share) : 0;
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${percent}%|${"█".repeat(full)}${" ".repeat(cells - full)}| ${done}/${of} [${clock(elapsedMs)}<${clock(leftMs)}]`;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
