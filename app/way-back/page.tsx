import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WayBackPage } from "#components/people/way-back-page.tsx";
import { openHouse } from "#lib/server/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("wayBackTitle") };
}

export default async function Page() {
  if (!(await openHouse()).people.asksWho) notFound();
  return <WayBackPage />;
}
