/** Which IP addresses belong to the public internet. Everything else is somebody's own network, and none of a stranger's business. */
import ipaddr from "ipaddr.js";

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
/** Well-known prefix with which networks without IPv4 reach IPv4 hosts. */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().range() === "unicast";
  if (parsed.match(nat64)) return new ipaddr.IPv4(parsed.toByteArray().slice(12)).range() === "unicast";
  return parsed.match(globalUnicast) && parsed.range() === "unicast";
}
