"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useTransition } from "react";
import { writeCookie } from "#lib/client/write-cookie.ts";
import type { languages } from "#lib/messages/languages.ts";

type Language = (typeof languages)[number];

export function useLanguage(): { readonly language: Language; readonly isChanging: boolean; readonly change: (next: Language) => void } {
  const language = useLocale();
  const router = useRouter();
  const [isChanging, startChange] = useTransition();
  return {
    language,
    isChanging,
    change: (next) => {
      writeCookie("language", next);
      startChange(() => router.refresh());
    },
  };
}
