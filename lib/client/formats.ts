/**
 * Amounts, times and sizes as people of each language write them. A browser's first number formatter holds a slow page up for a
 * tenth of a second and more, so what every page shows at once (small counts, percents, prices) is written without one.
 */
/** Making one takes a browser milliseconds, and a desk writes dozens of times. */
function kept<Made>(make: (locale: string) => Made): (locale: string) => Made {
  const made = new Map<string, Made>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const percent = kept((locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }));
const seconds = { style: "unit", unit: "second", unitDisplay: "short" } as const;
const tenths = kept((locale) => new Intl.NumberFormat(locale, { ...seconds, maximumFractionDigits: 1 }));
const wholes = kept((locale) => new Intl.NumberFormat(locale, { ...seconds, maximumFractionDigits: 0 }));
/** From here on the languages part their digits. */
const longNumber = 1000;
const dollars = kept(
  (locale) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency: "USD",
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: 2,
      maximumFractionDigits: 3,
    }),
);

const moments = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }));

export function formatMoment(locale: string, iso: string): string {
  return moments(locale).format(new Date(iso));
}

/** Cents matter here: a picture may cost $0.003. */
export function formatUsd(locale: string, amount: number): string {
  const isPlain = amount >= 0 && amount < longNumber;
  return isPlain ? `$${amount.toFixed(3).replace(/0$/, "")}` : dollars(locale).format(amount);
}

export function formatSeconds(locale: string, count: number): string {
  return (count < 10 ? tenths : wholes)(locale).format(count);
}

export function formatElapsed(ms: number): string {
  const passed = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, "0")}`;
}

export function formatPercent(locale: string, fraction: number): string {
  const rounded = Math.round(fraction * 100);
  return rounded >= 0 && rounded < longNumber ? `${rounded}%` : percent(locale).format(fraction);
}

export function formatBytes(locale: string, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const style = { style: "unit", unit: units[step] ?? "byte", unitDisplay: "short", maximumFractionDigits: step > 2 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, style).format(bytes / 1000 ** step);
}

export function formatTime(locale: string, iso: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "medium" }).format(new Date(iso));
}
