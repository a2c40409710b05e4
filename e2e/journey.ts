/** What the journeys share: how a person hands a picture over, and the shortest way to a project that has one. */
import { type Locator, type Page, test } from "@playwright/test";
import { type Project, paths } from "#lib/wire.ts";
import { askJson, upload } from "./studio-client.ts";

export interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function pngFile(name: string, buffer: Buffer): FilePayload {
  return { name, mimeType: "image/png", buffer };
}

function originOf(): string {
  return process.env.STUDIO_ORIGIN ?? "";
}

/** A project as the desk makes it, without the clicks. */
export async function makeProject(picture: Buffer | null, name = "Journey"): Promise<Project> {
  const origin = originOf();
  const pictureId = picture && (await upload(origin, picture)).id;
  const answer = await askJson(origin, paths.projects, pictureId ? { name, pictureId } : { name });
  if (answer.status !== 201) throw new Error(`Expected a project but received ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}

/** The page comes drawn; it listens once it asks for news by itself. */
export async function openDesk(page: Page): Promise<void> {
  // So that it is not the page before that asked.
  await page.goto("about:blank");
  const asked = page.waitForResponse((answer) => answer.url().endsWith(paths.provider));
  await page.goto("/");
  await asked;
}

export async function openStudio(page: Page, picture: Buffer | null, { mode = "edit" } = {}): Promise<Project> {
  return test.step("open a project", async () => {
    const project = await makeProject(picture);
    await page.goto(`/projects/${project.id}?mode=${mode}`);
    return project;
  });
}

/** Presses a button that opens the system's file dialog and picks there. */
export async function chooseFiles(page: Page, button: Locator, files: readonly FilePayload[]): Promise<void> {
  const asked = page.waitForEvent("filechooser");
  await button.click();
  await (await asked).setFiles([...files]);
}

/** Lets files fall on an element, as dragged in from a folder. */
export async function dropFiles(page: Page, target: Locator, files: readonly FilePayload[]): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }, sent);
  for (const type of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(type, { dataTransfer });
}

/** Drags real files or folders over the middle of the window and lets them fall there, as the system's own file manager does. */
export async function dragIn(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const over = { x: width / 2, y: height / 2, data: { items: [], files: [...files], dragOperationsMask: 1 } };
  await session.send("Input.dispatchDragEvent", { type: "dragEnter", ...over });
  await page.getByText("Drop to begin").waitFor();
  // What reads folders comes with the first file dragged in, long before a hand lets go.
  await page.waitForLoadState("networkidle");
  for (const type of ["dragOver", "drop"] as const) await session.send("Input.dispatchDragEvent", { type, ...over });
}

/** Copies a picture and presses the keys that paste it. */
export async function pastePicture(page: Page, png: Buffer): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
  }, png.toString("base64"));
  await page.keyboard.press("ControlOrMeta+V");
}

/** The line that opens the settings most people never need; what was changed stands in it too. */
export function moreLine(page: Page): Locator {
  return page.getByRole("tabpanel").getByText(/^(More(?! steps)|更多)/);
}

export function runButton(page: Page): Locator {
  return page
    .getByRole("form", { name: /^(Change the picture|修改图片)$/ })
    .getByRole("button", { name: /^(Edit|Fill|Combine|Generate|修改|填充|合成|生成)/ });
}
