/**
 * In one-person mode only this machine's own names are ours. A page elsewhere that points a name of its own at this
 * machine (DNS rebinding) arrives with that name in Host and is turned away. The port is not looked at: forwarding
 * changes it, and it decides nothing.
 */
import { isLoopbackName } from "#lib/loopback.ts";

export function isOwnHost(host: string | null): boolean {
  if (host === null) return false;
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host)?.[1];
  return name !== undefined && isLoopbackName(name.toLowerCase()) && URL.canParse(`http://${host}`);
}
