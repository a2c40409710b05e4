import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JoinPage } from "#components/people/join-page.tsx";
import { openHouse } from "#lib/server/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("joinTitle") };
}

export default async function Page() {
  if (!(await openHouse()).people.asksWho) notFound();
  return <JoinPage />;
}
