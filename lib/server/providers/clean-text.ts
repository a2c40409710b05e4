/** A stranger's words, made fit for a person and for a log: short, without markup, addresses, keys or links to bills. */
import { redact } from "./redact.ts";

const longest = 300;

export function cleanText(text: string, secrets: readonly string[]): string {
  return shorten(
    redact(text.slice(0, 20_000), secrets)
      .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, " ")
      .replace(/<[^<>]{1,500}>/g, " ")
      .replace(/\bdata:[\w/+.-]+;base64,[\w+/=-]*/gi, "…")
      .replace(/\b(?:https?|wss?):\/\/\S+/gi, "…")
      .replace(/\bBearer\s+\S+/gi, "Bearer …")
      .replace(/[\w-]{0,80}\*{3,}[\w-]{0,80}/g, "…")
      .replace(/\b(?:r8|sk|pk|hf|whsec|key|token)[-_][\w-]{6,}/gi, "…")
      .replace(/\b(?:Go to|Visit)\s+…[^.]*/gi, "")

      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  );
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
