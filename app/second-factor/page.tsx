import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { admitPage } from "#app/admit-page.ts";
import { FactorPage } from "#components/people/factor-page.tsx";
import { isPlaceWithin, peoplePaths } from "#lib/people-wire.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("factorPageTitle") };
}

interface FactorProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function Page({ searchParams }: FactorProps) {
  const { person } = await admitPage(peoplePaths.factorPage);
  if (person === null) notFound();
  const { to } = await searchParams;
  return <FactorPage to={typeof to === "string" && isPlaceWithin(to) ? to : "/"} />;
}
