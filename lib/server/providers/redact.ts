/** Takes our key out of a stranger's words: as it is, and as it looks where texts are encoded. */
const shortestSecret = 4;

export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length >= shortestSecret).flatMap(formsOf);
  return forms.reduce((rest, form) => rest.replaceAll(form, "…"), text);
}

/** The longest first, so that no form leaves a piece of another behind. */
function formsOf(secret: string): readonly string[] {
  const escaped = JSON.stringify(secret).slice(1, -1);
  const forms = [secret, encodeURIComponent(secret), escaped, ...[0, 1, 2].flatMap((before) => base64Of(secret, before))];
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}

/** Within a longer text the edges depend on their neighbours; what is certain is the middle. */
function base64Of(secret: string, before: number): readonly string[] {
  const written = Buffer.from("\0".repeat(before) + secret).toString("base64");
  const middle = written.slice(before === 0 ? 0 : 4, (before + Buffer.byteLength(secret)) % 3 === 0 ? undefined : -4);
  return middle.length < 8 ? [] : [middle, middle.replaceAll("+", "-").replaceAll("/", "_")];
}
