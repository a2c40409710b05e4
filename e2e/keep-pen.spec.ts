/** A pen in Keep part: its tip paints, and its other end, or the button on its barrel, takes that back. */
import type { CDPSession, Page } from "@playwright/test";
import { openResult, projectOf, result } from "./filled-result.ts";
import { expect, test } from "./test.ts";

const keepOf = (page: Page) => page.getByRole("region", { name: "Keep part of the result" });

test("the button on a pen's barrel brings back what its tip has taken out", async ({ page, baseURL }) => {
  const { project, edit } = await openResult(page, baseURL ?? "");
  const session = await page.context().newCDPSession(page);
  const changed = async () => (await projectOf(baseURL ?? "", project.id)).edits.at(-1)?.fidelity?.changed ?? 0;

  await page.keyboard.press("k");
  await strokeAcross(page, session, "tip");
  await strokeAcross(page, session, "barrel");
  await apply(page);
  const broughtBack = await changed();

  await page.goto(`/projects/${project.id}?mode=edit&edit=${edit.id}`);
  await result(page).getByRole("button", { name: "Keep part" }).click();
  await strokeAcross(page, session, "tip");
  await apply(page);
  expect(await changed()).toBeLessThan(broughtBack);
  expect(broughtBack).toBeGreaterThanOrEqual(edit.fidelity?.changed ?? 0);
});

async function apply(page: Page): Promise<void> {
  await keepOf(page).getByRole("button", { name: "Apply" }).click();
  await expect(keepOf(page)).toHaveCount(0);
}

/** Through the browser's own input, which knows no eraser of a pen: the button is the same to the studio. */
async function strokeAcross(page: Page, session: CDPSession, end: "tip" | "barrel"): Promise<void> {
  // The brush paints once the pixels of both pictures are there.
  await expect(keepOf(page).locator("canvas").first()).toBeVisible();
  const box = await keepOf(page).boundingBox();
  if (!box) throw new Error("Expected a place to paint on but found none");
  const press = { button: end === "tip" ? ("left" as const) : ("right" as const), clickCount: 1 };
  const held = end === "tip" ? 1 : 2;
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", share: number) =>
    session.send("Input.dispatchMouseEvent", {
      ...{ type, pointerType: "pen", force: 0.5, x: box.x + box.width * share, y: box.y + box.height * 0.5 },
      ...(type === "mouseMoved" ? {} : press),
      buttons: type === "mouseReleased" ? 0 : held,
    });
  await send("mousePressed", 0.42);
  for (let step = 1; step <= 8; step += 1) await send("mouseMoved", 0.42 + step * 0.0175);
  await send("mouseReleased", 0.56);
}
