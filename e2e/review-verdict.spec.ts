/** A link is made for a day: whoever has it approves, the studio sees who, and a day later nobody gets in by it. */
import { keepingOf } from "#lib/testing/keeping.ts";
import { paths } from "#lib/wire.ts";
import { makeProject } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { askJson, upload } from "./studio-client.ts";
import { expect, test } from "./test.ts";

const dayMs = 24 * 60 * 60 * 1000;

test("somebody approves by a link of a day, and a day later it is closed to them and called expired", async ({ page, home, quiet }) => {
  quiet.allow(/404/);
  const project = await makeProject(drawScene(960, 640), "Coast");
  const picture = await upload(home.origin, drawScene(960, 641));
  const edit = { pictureId: picture.id, name: "Brighter coast", parentEditId: project.currentEditId };
  expect((await askJson(home.origin, paths.edits(project.id), edit)).status).toBe(201);
  await page.goto(`/projects/${project.id}`);
  const share = page.getByRole("button", { name: "Share" });
  const panel = page.getByRole("region", { name: "Share" });
  await share.click();
  await panel.getByRole("combobox", { name: "Open for" }).selectOption("day");
  await panel.getByRole("button", { name: "Make a review link" }).click();
  const address = await panel.getByRole("textbox", { name: "Address of the link" }).inputValue();
  await expect(panel).toContainText(/open until/);

  await page.goto(address);
  await expect(page.getByText(/This link closes/)).toBeVisible();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("list", { name: "Remarks" })).toContainText("Approved");

  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole("navigation", { name: "History" })).toContainText("Approved");
  await share.click();
  await expect(panel).toContainText("Ada");
  await expect(panel).toContainText("1 remark");

  const expired = `update shares set expires_at_ms = expires_at_ms - ${dayMs} where project_id = '${project.id}'`;
  expect(await (await keepingOf(home.dataFolder)).execute(expired)).toBe(1);

  await page.goto(address);
  await expect(page.getByRole("heading", { name: "This link is not open" })).toBeVisible();
  await page.goto(`/projects/${project.id}`);
  await share.click();
  await expect(panel).toContainText("expired");
  await expect(panel.getByRole("button", { name: /^Revoke the link/ })).toHaveCount(0);
});
