import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { admitOwner } from "#app/admit-page.ts";
import { SpendingPage } from "#components/people/spending-page.tsx";
import { moneyPaths } from "#lib/money-wire.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("spending.title") };
}

/** Also in one-person mode, whose one person is the owner. */
export default async function Page() {
  await admitOwner(moneyPaths.spendingPage);
  return <SpendingPage />;
}
