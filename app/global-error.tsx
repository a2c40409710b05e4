"use client";

import { useEffect, useState } from "react";
import { MessagesProvider } from "#components/ui/messages-provider.ts";
import ErrorPage from "./error.tsx";
import "./globals.css";

const wordsOf = {
  en: () => import("#lib/messages/en.json"),
  "zh-CN": () => import("#lib/messages/zh-CN.json"),
} as const;

type Words = Awaited<ReturnType<(typeof wordsOf)["en"]>>["default"];

/** Stands where even the layout broke: it brings its own page, and fetches its words, which no other page has to carry. */
export default function GlobalError(props: Parameters<typeof ErrorPage>[0]) {
  const [{ lang, theme }] = useState(() => ({
    lang: document.documentElement.lang === "zh-CN" ? ("zh-CN" as const) : ("en" as const),
    theme: document.documentElement.dataset.theme,
  }));
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    wordsOf[lang]().then(
      (found) => setWords(found.default),
      () => undefined,
    );
  }, [lang]);
  return (
    <html lang={lang} data-theme={theme}>
      <body>
        {words && (
          <MessagesProvider locale={lang} messages={words}>
            <ErrorPage {...props} />
          </MessagesProvider>
        )}
      </body>
    </html>
  );
}
