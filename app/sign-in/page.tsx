import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInPage } from "#components/people/sign-in-page.tsx";
import { isPlaceWithin, peoplePaths } from "#lib/people-wire.ts";
import { openHouse } from "#lib/server/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("signInTitle") };
}

interface SignInProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function Page({ searchParams }: SignInProps) {
  const { people, signOn } = await openHouse();
  const { asksWho, needsSetUp } = await people.state(null);
  if (!asksWho) notFound();
  if (needsSetUp) redirect(peoplePaths.setUpPage);
  const { to, refused } = await searchParams;
  const wanted = typeof to === "string" && isPlaceWithin(to) ? to : "/";
  return <SignInPage provider={signOn?.name ?? null} to={wanted} wasRefused={refused !== undefined} />;
}
