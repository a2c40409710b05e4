import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { admitPage } from "#app/admit-page.ts";
import { Settings } from "#components/settings/settings.tsx";
import { mayChange } from "#lib/people-wire.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  return <Settings mayChange={mayChange(await admitPage("/settings"))} />;
}
