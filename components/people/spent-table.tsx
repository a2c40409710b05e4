"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatUsd } from "#lib/client/formats.ts";
import type { Spent } from "#lib/money-wire.ts";

interface SpentTableProps {
  readonly title: string;
  readonly rows: readonly (Spent & { readonly key: string; readonly name: string })[];
}

/** Those who spent most first; nothing where nobody did. */
export function SpentTable({ title, rows }: SpentTableProps) {
  const t = useTranslations("people");
  const locale = useLocale();
  if (rows.length === 0) return null;
  const sorted = rows.toSorted((one, other) => other.spentUsd - one.spentUsd || other.openUsd - one.openUsd);
  const numbers = "py-1 pl-3 text-right font-normal whitespace-nowrap tabular-nums";
  return (
    <table className="w-full text-xs">
      <caption className="pb-1 text-left text-sm font-medium">{title}</caption>
      <thead>
        <tr className="text-dim">
          <th scope="col" className="py-1 text-left font-normal">
            <span className="sr-only">{title}</span>
          </th>
          {(["charged", "reserved", "runs"] as const).map((column) => (
            <th key={column} scope="col" className={numbers}>
              {t(`spending.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ key, name, spentUsd, openUsd, runs }) => (
          <tr key={key} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
              {name}
            </th>
            <td className={numbers}>{formatUsd(locale, spentUsd)}</td>
            <td className={numbers}>{openUsd === 0 ? "–" : formatUsd(locale, openUsd)}</td>
            <td className={numbers}>{runs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
