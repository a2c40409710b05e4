/** The address people know us by, besides this machine's own names; read from the settings once. */
import { readConfig } from "#lib/server/config.ts";

let known: URL | null | undefined;

function publicUrl(): URL | null {
  if (known === undefined) known = readConfig().publicUrl;
  return known;
}

/** As it stands in Host; null where there is none. */
export function publicName(): string | null {
  return publicUrl()?.host ?? null;
}

export function publicOrigin(): string | null {
  return publicUrl()?.origin ?? null;
}
