import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { admitPage } from "#app/admit-page.ts";
import { Settings } from "#components/settings/settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  await admitPage("/settings");
  return <Settings />;
}
