/** A picture written into its own address, as strangers write it: base64 or percent-encoded, padded or not. */
const pieceLength = 4 * 64 * 1024;

/** The bytes in pieces, or null where it is no well-formed data URI of an image. */
export function readDataUri(address: string): Iterable<Uint8Array> | null {
  const comma = address.indexOf(",");
  const head = /^data:image\/[\w.+-]+((?:;[^,;]*)*)$/i.exec(address.slice(0, Math.max(0, Math.min(comma, 300))));
  if (!head) return null;
  const written = percentDecode(address.slice(comma + 1));
  if (!/;\s*base64\s*$/i.test(head[1] ?? "")) return written === "" ? null : [Buffer.from(written, "latin1")];
  const digits = written.replace(/\s+/g, "");
  return /^[A-Za-z0-9+/_-]{2,}={0,2}$/.test(digits) ? decode(digits) : null;
}

function* decode(digits: string): Iterable<Uint8Array> {
  for (let start = 0; start < digits.length; start += pieceLength) yield Buffer.from(digits.slice(start, start + pieceLength), "base64");
}

/** One character a byte. */
function percentDecode(text: string): string {
  return text.includes("%") ? text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))) : text;
}
