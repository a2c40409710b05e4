"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatUsd } from "#lib/client/formats.ts";
import type { Spending } from "#lib/money-wire.ts";

/** A bar a day, as high as the most expensive one; a list is read aloud instead. */
export function DayBars({ byDay }: Pick<Spending, "byDay">) {
  const t = useTranslations("people");
  const locale = useLocale();
  const drawn = byDay.map(({ day, spentUsd, openUsd }) => ({ day, usd: spentUsd + openUsd }));
  const most = Math.max(...drawn.map(({ usd }) => usd));
  if (most === 0) return <p className="text-dim">{t("spending.nothing")}</p>;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const nameOf = (day: string) => format.format(new Date(day));
  return (
    <figure className="grid gap-1">
      <figcaption className="text-sm font-medium">{t("spending.byDay")}</figcaption>
      <svg aria-hidden viewBox={`0 0 ${drawn.length} 1`} preserveAspectRatio="none" className="h-24 w-full border-b border-line">
        {drawn.map(({ day, usd }, at) => (
          <rect key={day} x={at + 0.1} width={0.8} y={1 - usd / most} height={usd / most} className="fill-accent">
            <title>{`${nameOf(day)}: ${formatUsd(locale, usd)}`}</title>
          </rect>
        ))}
      </svg>
      <p aria-hidden className="flex justify-between text-xs text-dim">
        <span>{nameOf(drawn[0]?.day ?? "")}</span>
        <span>{t("spending.most", { price: formatUsd(locale, most) })}</span>
        <span>{nameOf(drawn.at(-1)?.day ?? "")}</span>
      </p>
      <ul className="sr-only">
        {drawn
          .filter(({ usd }) => usd > 0)
          .map(({ day, usd }) => (
            <li key={day}>{`${nameOf(day)}: ${formatUsd(locale, usd)}`}</li>
          ))}
      </ul>
    </figure>
  );
}
