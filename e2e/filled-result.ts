/** A result to judge: a picture that was filled, opened on what came of it. */
import type { Page } from "@playwright/test";
import { type Edit, type Prediction, type Project, paths } from "#lib/wire.ts";
import { makeProject } from "./journey.ts";
import { drawMiddleMask, drawScene } from "./pictures.ts";
import { askJson, upload } from "./studio-client.ts";
import { expect } from "./test.ts";

const [width, height] = [960, 640];

export const result = (page: Page) => page.getByRole("region", { name: "Result" });

/** A filled picture whose runs have ended, opened on the last one's result. */
export async function openResult(
  page: Page,
  origin: string,
  seeds: readonly number[] = [7],
): Promise<{ readonly project: Project; readonly edit: Edit }> {
  const { id } = await makeProject(drawScene(width, height), "Coast");
  const mask = await upload(origin, drawMiddleMask(width, height));
  const first = await projectOf(origin, id);
  const image = first.edits[0]?.picture.id;
  for (const seed of seeds) {
    const inputs = { image, mask: mask.id, prompt: "a quiet lake", seed };
    const asked = { projectId: id, parentEditId: first.currentEditId, model: "black-forest-labs/flux-fill-dev", inputs };
    let run: Prediction = JSON.parse((await askJson(origin, paths.predictions, asked)).text);
    while (run.status !== "stored") {
      expect(["failed", "canceled"]).not.toContain(run.status);
      run = await (await fetch(`${origin}${paths.prediction(run.id)}?after=${run.version}&wait=20`)).json();
    }
  }
  const project = await projectOf(origin, id);
  const edit = project.edits.at(-1);
  if (!edit) throw new Error("Expected an edit");
  await page.goto(`/projects/${id}?mode=edit&edit=${edit.id}`);
  await expect(result(page)).toBeVisible();
  return { project, edit };
}

export async function projectOf(origin: string, id: string): Promise<Project> {
  return (await fetch(`${origin}${paths.project(id)}`)).json();
}
