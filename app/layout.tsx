import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getMessages, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MessagesProvider } from "#components/ui/messages-provider.ts";
import { readTheme } from "#components/ui/themes.ts";
import { inter } from "./fonts.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    icons: { icon: "/icon.svg" },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = readTheme((await cookies()).get("theme")?.value);
  const locale = await getLocale();
  return (
    <html lang={locale} data-theme={theme} className={inter.variable}>
      <body>
        <MessagesProvider locale={locale} messages={await getMessages()} timeZone={await getTimeZone()}>
          {children}
        </MessagesProvider>
      </body>
    </html>
  );
}
