import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { admitPage } from "#app/admit-page.ts";
import { Studio } from "#components/studio/studio.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studio"))("title") };
}

export default async function StudioPage({ params }: { readonly params: Promise<{ readonly projectId: string }> }) {
  const { projectId } = await params;
  await admitPage(`/projects/${projectId}`);
  return <Studio projectId={projectId} />;
}
