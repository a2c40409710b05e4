import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInPage } from "#components/people/sign-in-page.tsx";
import { peoplePaths } from "#lib/people-wire.ts";
import { openHouse } from "#lib/server/index.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("signInTitle") };
}

export default async function Page() {
  const { asksWho, needsSetUp } = await (await openHouse()).people.state(null);
  if (!asksWho) notFound();
  if (needsSetUp) redirect(peoplePaths.setUpPage);
  return <SignInPage />;
}
