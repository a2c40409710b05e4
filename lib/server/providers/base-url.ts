/**
 * One spelling for a gateway's address, however it was written: with or without a trailing slash or /v1.
 * The thrown message completes "Expected … for REPLICATE_BASE_URL".
 */
export function replicateBase(written: string): string {
  let url: URL;
  try {
    url = new URL(written);
  } catch {
    throw new Error(`an address such as https://api.replicate.com`);
  }
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback))
    throw new Error("an https address (http only for this machine itself)");
  if (url.username !== "" || url.password !== "") throw new Error("an address without a user name or password");
  if (url.search !== "" || url.hash !== "") throw new Error("an address without ? or #");
  const path = url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "").replace(/\/+$/, "");
  return `${url.origin}${path}/v1`;
}
