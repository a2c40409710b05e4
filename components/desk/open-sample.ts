/** Makes a project of a sample, with words that are ready to run; comes with the first one that is opened. */
import { writeDraft } from "#lib/client/drafts.ts";
import { createProject } from "#lib/client/project-actions.ts";
import { uploadPicture } from "#lib/client/upload.ts";
import type { Language } from "#lib/models/model.ts";
import { sampleWords } from "./sample-words.ts";
import { type Sample, sampleAddress } from "./samples.ts";

/** Answers the project's address. */
export async function openSample(sample: Sample, name: string, language: Language): Promise<string> {
  const answer = await fetch(sampleAddress(sample));
  const file = new File([await answer.blob()], `${sample.id}.webp`, { type: "image/webp" });
  const picture = await uploadPicture(file, {});
  const project = await createProject({ name, pictureId: picture.id });
  const prompt = sampleWords[sample.id][language];
  writeDraft(localStorage, project.id, sample.mode, { model: null, values: { prompt } });
  return `/projects/${project.id}?mode=${sample.mode}`;
}
