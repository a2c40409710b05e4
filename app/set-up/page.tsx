import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetUpPage } from "#components/people/set-up-page.tsx";
import { openHouse } from "#lib/server/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("setUpTitle") };
}

export default async function Page() {
  if (!(await (await openHouse()).people.state(null)).needsSetUp) notFound();
  return <SetUpPage />;
}
