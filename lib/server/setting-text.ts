/** A setting as it is written: in the environment or, for what is secret, in a file that NAME_FILE names. */
import { readFileSync } from "node:fs";

/** What a vault, Docker or Kubernetes hands out as files. */
export const secretNames = ["SETUP_CODE", "OIDC_CLIENT_SECRET", "REPLICATE_API_TOKEN", "DATABASE_URL", "BLOBS_URL"] as const;

interface SettingQuestion {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly fault: (name: (typeof secretNames)[number], expected: string) => void;
}

/** Every setting is read once, so that one that cannot be read is told once. */
export function createSettingReader({ environment, fault }: SettingQuestion): (name: string) => string {
  const fromFiles = new Map<string, string>();
  for (const name of secretNames) {
    const file = environment[`${name}_FILE`]?.trim() ?? "";
    if (file === "") continue;
    if ((environment[name]?.trim() ?? "") !== "") fault(name, `either ${name} or ${name}_FILE and not both`);
    else fromFiles.set(name, readSecret(file) ?? tellUnreadable(name));
  }
  return (name) => fromFiles.get(name) ?? environment[name]?.trim() ?? "";

  function tellUnreadable(name: (typeof secretNames)[number]): string {
    fault(name, `a file that can be read and says something, named by ${name}_FILE,`);
    return "";
  }
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(/* turbopackIgnore: true */ file, "utf8").trim() || null;
  } catch {
    return null;
  }
}
