/**
 * Only this machine's own names are ours, and the one people know us by. A page elsewhere that points a name of its own
 * at this machine (DNS rebinding) arrives with that name in Host and is turned away. The port of an own name is not looked
 * at: forwarding changes it, and it decides nothing.
 */
import { isLoopbackName } from "#lib/loopback.ts";

export function isOwnHost(host: string | null, publicName: string | null): boolean {
  if (host === null) return false;
  if (publicName !== null && host.toLowerCase() === publicName) return true;
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host)?.[1];
  return name !== undefined && isLoopbackName(name.toLowerCase()) && URL.canParse(`http://${host}`);
}
