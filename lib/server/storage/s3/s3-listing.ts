/** One page of a bucket's listing (version 2), read for what we asked of it and nothing else. */
export interface S3Page {
  readonly items: readonly { readonly key: string; readonly bytes: number; readonly writtenAtMs: number }[];
  /** Null on the last page. */
  readonly next: string | null;
}

export function readListing(xml: string): S3Page {
  if (!/<ListBucketResult[\s>]/.test(xml)) throw new Error("Expected a listing of a bucket but received something else");
  const items = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = ""]) => ({
    key: textIn(entry, "Key"),
    bytes: Number(textIn(entry, "Size")),
    writtenAtMs: Date.parse(textIn(entry, "LastModified")),
  }));
  const token = textIn(xml, "NextContinuationToken");
  return { items, next: textIn(xml, "IsTruncated") === "true" && token !== "" ? token : null };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function textIn(xml: string, name: string): string {
  const found = new RegExp(`<${name}>(.*?)</${name}>`, "s").exec(xml)?.[1] ?? "";
  return found.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, named?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[named ?? ""] ?? whole;
  });
}
