/** Fingers and pens on the canvas: traces as hands make them are replayed, and nothing is painted that was not meant. */
import type { Page } from "@playwright/test";
import { type Trace, type TraceEvent, touchTraces } from "#lib/testing/touch-traces.ts";
import { canvasOf, coverageOf, onCanvas, openCanvas, paint } from "./mask-canvas.ts";
import { expect, test } from "./test.ts";

test.use({ hasTouch: true });

/** Through the browser's own input, with the times of the trace. */
async function replay(page: Page, { events }: Trace): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [left, top] = await onCanvas(page, 0, 0);
  const [right, bottom] = await onCanvas(page, 1, 1);
  const placeOf = ({ x, y }: TraceEvent) => ({ x: left + ((right - left) * x) / 1000, y: top + ((bottom - top) * y) / 1000 });
  const fingers = new Map<number, { readonly x: number; readonly y: number; readonly id: number }>();
  let isBarrel = false;
  const startSeconds = Date.now() / 1000;
  for (const event of events) {
    const timestamp = startSeconds + event.ms / 1000;
    if (event.by === "pen") {
      const type = { down: "mousePressed", move: "mouseMoved", up: "mouseReleased", cancel: "mouseReleased" } as const;
      // The browser's own input has no eraser of a pen; the button on the barrel does the same.
      const held = event.buttons === undefined ? ((event.pressure ?? 0) === 0 ? 0 : 1) : event.buttons === 32 ? 2 : event.buttons;
      isBarrel = event.type === "down" ? held === 2 : isBarrel;
      const press = event.type === "move" ? {} : { button: isBarrel ? ("right" as const) : ("left" as const), clickCount: 1 };
      const lean = { force: event.pressure ?? 0, tiltX: event.tiltX ?? 0, tiltY: event.tiltY ?? 0 };
      await session.send("Input.dispatchMouseEvent", {
        type: type[event.type],
        pointerType: "pen",
        timestamp,
        ...placeOf(event),
        ...press,
        ...lean,
        buttons: event.type === "up" ? 0 : held,
      });
      continue;
    }
    if (event.type === "down" || event.type === "move") fingers.set(event.id, { ...placeOf(event), id: event.id });
    else fingers.delete(event.id);
    const isLast = fingers.size === 0;
    const type = event.type === "cancel" ? "touchCancel" : isLast ? "touchEnd" : event.type === "down" ? "touchStart" : "touchMove";
    await session.send("Input.dispatchTouchEvent", { type, timestamp, touchPoints: isLast ? [] : [...fingers.values()] });
  }
  await session.detach();
}

const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true });

test("one finger paints, taps of two and three take back and do again, and pinching marks nothing", async ({ page }) => {
  await openCanvas(page);
  await replay(page, touchTraces.oneFingerStroke);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  const painted = await coverageOf(page).textContent();
  await replay(page, touchTraces.twoFingerTap);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await replay(page, touchTraces.threeFingerTap);
  await expect(coverageOf(page)).toHaveText(painted ?? "");
  await replay(page, touchTraces.twoFingerTap);
  await expect(undo(page)).toBeDisabled();

  const zoom = page.getByRole("button", { name: /%$/ });
  const fitted = Number.parseInt((await zoom.textContent()) ?? "", 10);
  await replay(page, touchTraces.pinch);
  await replay(page, touchTraces.canceledFinger);
  await replay(page, touchTraces.threeFingerSwipe);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await expect(undo(page)).toBeDisabled();
  expect(Number.parseInt((await zoom.textContent()) ?? "", 10)).toBeGreaterThan(fitted);
});

test("a pen paints alone, whatever the hand that holds it touches, and a finger then moves the picture", async ({ page }) => {
  await openCanvas(page);
  await replay(page, touchTraces.penWithPalm);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  const painted = await coverageOf(page).textContent();
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  const picture = canvasOf(page).locator("> img");
  const before = await picture.boundingBox();
  await replay(page, touchTraces.fingerAfterPen);
  await expect(coverageOf(page)).not.toHaveText(painted ?? "");
  expect((await picture.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 50);
  await undo(page).click();
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
});

test("the other end of a pen takes away, and a pen on its side draws a broad line", async ({ page }) => {
  await openCanvas(page);
  await replay(page, touchTraces.penTurnedAround);
  await expect(coverageOf(page)).toHaveText(/2 regions$/);
  await undo(page).click();
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  await undo(page).click();
  const shareOf = async () => Number.parseFloat(((await coverageOf(page).textContent()) ?? "").replace("mask ", ""));
  await replay(page, touchTraces.penOnItsSide);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  const broad = await shareOf();
  await undo(page).click();
  const upright = touchTraces.penOnItsSide.events.map((event) => ({ ...event, tiltX: 0, tiltY: 0 }));
  await replay(page, { ...touchTraces.penOnItsSide, events: upright });
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  expect(broad).toBeGreaterThan((await shareOf()) * 1.2);
});

test("what one finger does is chosen once and remembered", async ({ page }) => {
  await openCanvas(page);
  const choice = page.getByRole("radiogroup", { name: "What one finger does" });
  await expect(choice).toBeHidden();
  await replay(page, touchTraces.twoFingerTap);
  await choice.getByRole("radio", { name: "finger moves" }).check();
  const picture = canvasOf(page).locator("> img");
  const before = await picture.boundingBox();
  await replay(page, touchTraces.oneFingerStroke);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  expect((await picture.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 50);
  await page.reload();
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await replay(page, touchTraces.oneFingerStroke);
  await expect(choice.getByRole("radio", { name: "finger moves" })).toBeChecked();
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  // The mouse is no finger.
  await paint(page, await onCanvas(page, 0.4, 0.5), await onCanvas(page, 0.6, 0.5));
  await expect(coverageOf(page)).toHaveText(/1 region$/);
});
