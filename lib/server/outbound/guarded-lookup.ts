/** Name lookup that answers only when every address of the name is public; the connection goes to exactly those addresses. */
import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { OutboundError } from "./outbound-error.ts";
import { isPublicAddress } from "./public-address.ts";

export function guardLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    const refuse = (error: Error) => callback(error, options.all ? [] : "", 0);
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return refuse(error);
      const addresses: LookupAddress[] = typeof found === "string" ? [{ address: found, family: family ?? 4 }] : found;
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return refuse(new OutboundError("address", `Expected a public address for ${hostname}`, { sent: "no" }));
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
