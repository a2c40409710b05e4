/** Lets the compiler know every message key and language. */
import type { Language } from "#lib/models/model.ts";
import type en from "./en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en;
  }
}
