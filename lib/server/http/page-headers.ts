/** What every page says to the browser: only our own scripts run, nothing foreign is loaded, nobody frames us. */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const rules = [
    "default-src 'self'",
    // The development server evaluates its modules; the built one never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return rules.join("; ");
}

/** Whoever is known by an https name is never again asked for by another way. */
export function transportGuards(publicOrigin: string | null): Readonly<Record<string, string>> {
  return publicOrigin?.startsWith("https:") ? { "strict-transport-security": "max-age=31536000" } : {};
}

export const pageGuards = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
} as const;
