/** Links of before had their secret in the way; it goes on behind the #, which is not sent. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "#lib/wire.ts";

export const metadata: Metadata = { robots: { index: false } };

export default async function Page({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  redirect(paths.reviewPage((await params).token));
}
