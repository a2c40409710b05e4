/** Stands in for a provider whose settings are gone while rows of it are still on their way: they wait, visibly, until their deadline. */
import type { ProviderName } from "#lib/wire.ts";
import { type Provider, ProviderError } from "./provider.ts";

const retryAfterMs = 5000;

export function absentProvider(name: ProviderName): Provider {
  const refuse = async (): Promise<never> => {
    throw new ProviderError("provider_key_refused", `The provider "${name}" is not set up any more`, {
      started: "no",
      transient: true,
      retryAfterMs,
    });
  };
  return {
    name,
    host: null,
    asksAreFree: false,
    pictureEncoding: { mode: "lossless" },
    mostEditedPixels: null,
    ask: refuse,
    read: refuse,
    cancel: refuse,
    check: refuse,
    recent: refuse,
    download: refuse,
    forget: async () => undefined,
  };
}
