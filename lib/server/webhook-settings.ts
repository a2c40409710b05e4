/** Whether the gateway is told where it may say that a run is over, and where that is. */
import { isLoopbackName } from "#lib/loopback.ts";

interface WebhookQuestion {
  readonly text: (name: "REPLICATE_WEBHOOKS") => string;
  readonly fault: (name: "REPLICATE_WEBHOOKS", expected: string, received?: string) => void;
  readonly publicUrl: URL | null;
  /** Of the gateway; null where it could not be read. */
  readonly gateway: URL | null;
}

/** The studio's own address as the gateway reaches it; null where it is not told. */
export function readWebhooks({ text, fault, publicUrl, gateway }: WebhookQuestion): URL | null {
  const written = text("REPLICATE_WEBHOOKS") || "off";
  if (written !== "on" && written !== "off") fault("REPLICATE_WEBHOOKS", "on or off", written);
  if (written !== "on" || gateway === null) return null;
  if (publicUrl !== null && canReach(gateway, publicUrl)) return publicUrl;
  fault("REPLICATE_WEBHOOKS", "a PUBLIC_URL beside it that begins with https:// and that the gateway can reach, or off");
  return null;
}

/** As far as the addresses tell. In the open only within this machine: whoever reads such an address on the way could use it. */
function canReach(gateway: URL, { protocol, hostname }: URL): boolean {
  return isLoopbackName(gateway.hostname) || (protocol === "https:" && !isLoopbackName(hostname));
}
