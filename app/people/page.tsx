import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { admitOwner } from "#app/admit-page.ts";
import { PeoplePage } from "#components/people/people-page.tsx";
import { peoplePaths } from "#lib/people-wire.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("peopleTitle") };
}

export default async function Page() {
  const { person } = await admitOwner(peoplePaths.peoplePage);
  if (person === null) notFound();
  return <PeoplePage ownId={person.id} />;
}
