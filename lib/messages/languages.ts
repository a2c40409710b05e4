/** The languages the studio speaks, and which one a request gets: the person's choice, else the browser's first that we know. */
import type { Language } from "#lib/models/model.ts";

export const languages = ["en", "zh-CN"] as const satisfies readonly Language[];
export const languageNames: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "简体中文" };

export function pickLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  const exact = languages.find((language) => language === chosen);
  if (exact) return exact;
  for (const wanted of wantedInOrder(acceptLanguage ?? "")) {
    if (wanted === "en" || wanted.startsWith("en-")) return "en";
    // We write simplified characters only; for readers of traditional ones they are nearer than English.
    if (wanted === "zh" || wanted.startsWith("zh-")) return "zh-CN";
  }
  return "en";
}

function wantedInOrder(header: string): readonly string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((found) => found !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ tag }) => tag);
}
