/** What the log lines of image models tell: how far the run is, which seed it drew, whether pictures were held back. */

/** 0..1 from the last progress bar (` 50%|█████     | 2/4 [00:01<…`), null where there is none. */
export function readProgress(logs: string): number | null {
  const lines = logs.split(/[\r\n]+/);
  for (const line of lines.reverse()) {
    const bar = /^\s*(\d{1,3})%\s*\|[^|]*\|\s*(\d+)\/(\d+)/.exec(line);
    if (!bar) continue;
    const [done, of] = [Number(bar[2]), Number(bar[3])];
    return Math.min(1, of > 0 ? done / of : Number(bar[1]) / 100);
  }
  return null;
}

export function readSeed(logs: string): number | null {
  const found = /using seed:?\s*(\d{1,15})(?!\d)/i.exec(logs);
  return found ? Number(found[1]) : null;
}

/** True when the safety check took pictures away. */
export function isFiltered(logs: string): boolean {
  if (/NSFW content (was )?detected/i.test(logs)) return true;
  const count = /total safe images:\s*(\d+)\s*out of\s*(\d+)/i.exec(logs);
  return count !== null && Number(count[1]) < Number(count[2]);
}
