/** Makes a project of a sample, with words that are ready to run; comes with the first one that is opened. */
import { writeDraft } from "#lib/client/drafts.ts";
import { createProject } from "#lib/client/project-actions.ts";
import { uploadPicture } from "#lib/client/upload.ts";
import type { Language } from "#lib/models/model.ts";
import { sampleWords } from "./sample-words.ts";
import { type Sample, sampleAddress } from "./samples.ts";

/** Answers the project's address. */
export async function openSample(sample: Sample, name: string): Promise<string> {
  const language: Language = document.documentElement.lang === "zh-CN" ? "zh-CN" : "en";
  const answer = await fetch(sampleAddress(sample));
  const file = new File([await answer.blob()], `${sample}.webp`, { type: "image/webp" });
  const picture = await uploadPicture(file, {});
  const project = await createProject({ name, pictureId: picture.id });
  // Something is taken out by painting over it, all else is said.
  const mode = sample === "lake" ? "fill" : "edit";
  const prompt = sampleWords[sample][language];
  writeDraft(localStorage, project.id, mode, { model: null, values: { prompt } });
  return `/projects/${project.id}?mode=${mode}`;
}
