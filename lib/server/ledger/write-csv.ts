/** The ledger as a table for other programs: what it holds, in the order it was asked for. */
import type { LedgerEntry, Records } from "#lib/server/storage/records.ts";

const rowsAtOnce = 500;
const columns = ["asked_at", "at", "kind", "person", "model", "pictures", "usd", "run"] as const;
const decimals = 6;

export async function* writeCsv({ ledger, people }: Pick<Records, "ledger" | "people">, sinceMs: number): AsyncGenerator<string> {
  const names = new Map((await people.list()).map(({ id, name }) => [id, name]));
  yield toLine(columns);
  for (let after: LedgerEntry | undefined; ; ) {
    const entries = await ledger.entries({ sinceMs, limit: rowsAtOnce, ...(after ? { after } : {}) });
    for (const entry of entries) yield toLine(cellsOf(entry, names));
    after = entries.at(-1);
    if (entries.length < rowsAtOnce) return;
  }
}

function cellsOf(entry: LedgerEntry, names: ReadonlyMap<string, string>): readonly string[] {
  const { predictionId, kind, personId, model, amountMicros, pictures, askedAtMs, atMs } = entry;
  const iso = (ms: number) => new Date(ms).toISOString();
  const who = personId === null ? "" : (names.get(personId) ?? personId);
  return [iso(askedAtMs), iso(atMs), kind, who, model, String(pictures), fromMicros(amountMicros), predictionId];
}

/** Digits of the whole number itself: no fraction is ever rounded. */
function fromMicros(micros: number): string {
  const digits = String(Math.abs(micros)).padStart(decimals + 1, "0");
  return `${micros < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A name that begins like a formula is not one. */
function toLine(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const isFormula = /^[=+@\t\r]|^-(?!\d)/.test(cell);
    const plain = isFormula ? `'${cell}` : cell;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  });
  return `${written.join(",")}\r\n`;
}
