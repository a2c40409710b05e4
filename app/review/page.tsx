import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewPage } from "#components/share/review-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("share"))("review"), robots: { index: false } };
}

export default function Page() {
  return <ReviewPage />;
}
