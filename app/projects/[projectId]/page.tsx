import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { admitPage } from "#app/admit-page.ts";
import { Studio } from "#components/studio/studio.tsx";
import { mayChange } from "#lib/people-wire.ts";
import { openHouse } from "#lib/server/index.ts";

interface StudioPageProps {
  readonly params: Promise<{ readonly projectId: string }>;
}

/** Null where there is none to be seen, or where it cannot be read now: the studio asks again and says which. */
const readProject = cache(async (id: string) => {
  // A name is data, too.
  const caller = await admitPage(`/projects/${id}`);
  const { projects, sight } = await openHouse();
  return sight
    .require(caller, id)
    .then(() => projects.get(id))
    .catch(() => null);
});

export async function generateMetadata({ params }: StudioPageProps): Promise<Metadata> {
  const project = await readProject((await params).projectId);
  return { title: project?.name ?? (await getTranslations("studio"))("title") };
}

export default async function StudioPage({ params }: StudioPageProps) {
  const { projectId } = await params;
  const { person } = await admitPage(`/projects/${projectId}`);
  const { catalogue, providerState } = await openHouse();
  return (
    <Studio
      projectId={projectId}
      first={await readProject(projectId)}
      models={{ models: catalogue.list() }}
      provider={providerState()}
      mayChange={mayChange(person)}
    />
  );
}
