/** Choices that the server must know before it draws the first page (theme, language, samples) live in cookies for a year. */
export function writeCookie(name: "theme" | "language" | "samples", value: string): void {
  // The Cookie Store API is missing outside secure contexts.
  const parts = [`${name}=${encodeURIComponent(value)}`, "path=/", "max-age=31536000", "samesite=lax"];
  Reflect.set(document, "cookie", parts.join("; "));
}
