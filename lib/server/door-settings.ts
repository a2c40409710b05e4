/** Who may come in, and by what address: the settings that belong together because one alone would leave the house open. */
import { isLoopbackName } from "#lib/loopback.ts";

interface DoorQuestion {
  readonly text: (name: "AUTH" | "PUBLIC_URL" | "SETUP_CODE") => string;
  readonly fault: (name: "AUTH" | "PUBLIC_URL" | "SETUP_CODE", expected: string, received?: string) => void;
  /** Whether only this machine itself can reach the server. */
  readonly isLoopback: boolean;
}

interface Door {
  readonly auth: "none" | "people";
  readonly publicUrl: URL | null;
  readonly setUpCode: string | null;
}

const shortestCode = 16;

export function readDoor({ text, fault, isLoopback }: DoorQuestion): Door {
  const written = text("AUTH");
  if (written !== "" && written !== "none" && written !== "people") fault("AUTH", "none or people", written);
  // Whoever opens the house to a network asks who comes, unless they say themselves that nobody shall be asked.
  const auth = written === "none" || (written === "" && isLoopback) ? "none" : "people";

  const address = text("PUBLIC_URL");
  const publicUrl = readPublicUrl(address);
  if (address !== "" && publicUrl === null) fault("PUBLIC_URL", "an address such as https://studio.example.com, without a path");
  if (auth === "people" && publicUrl !== null && !isSafe(publicUrl))
    fault("PUBLIC_URL", "an address that begins with https:// (passwords and sessions must not travel in the open)");
  if (auth === "people" && !isLoopback && address === "")
    fault(
      "PUBLIC_URL",
      "the https:// address people will open, because HOST is not a loopback address (or AUTH=none to ask nobody who they are)",
    );

  const setUpCode = text("SETUP_CODE");
  if (setUpCode !== "" && !new RegExp(`^[\\x21-\\x7e]{${shortestCode},}$`).test(setUpCode))
    fault("SETUP_CODE", `at least ${shortestCode} visible ASCII characters without spaces`);
  return { auth, publicUrl, setUpCode: setUpCode === "" ? null : setUpCode };
}

function readPublicUrl(address: string): URL | null {
  const url = URL.parse(address);
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && !/[?#@]/.test(address);
  return isPlain ? url : null;
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || isLoopbackName(hostname);
}
