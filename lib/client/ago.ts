/** How long ago something was, in its largest whole unit: beside the other formats because every desk needs it, and only it, at once. */
const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

export interface Ago {
  readonly unit: (typeof steps)[number][0] | "now";
  readonly count: number;
}

export function agoOf(iso: string, nowMs: number): Ago {
  const passed = Math.max(0, Math.round((nowMs - Date.parse(iso)) / 1000));
  const [unit, size] = steps.find(([, seconds]) => passed >= seconds) ?? ["now", 1];
  return { unit, count: Math.floor(passed / size) };
}
