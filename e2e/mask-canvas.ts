/** What the journeys on the mask's canvas share: a scene to paint on, places on it, and what is said about the mask. */
import type { Locator, Page } from "@playwright/test";
import { openStudio } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect } from "./test.ts";

export function canvasOf(page: Page): Locator {
  return page.getByRole("application");
}

export function coverageOf(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: /mask/ });
}

export async function openCanvas(page: Page, { width, height } = { width: 960, height: 640 }): Promise<void> {
  await openStudio(page, drawScene(width, height), { mode: "fill" });
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
}

async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await element.waitFor();
  const box = await element.boundingBox();
  if (!box) throw new Error("Expected an element on the page but found none");
  return box;
}

/** Shares of the canvas. */
export async function onCanvas(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const box = await boxOf(canvasOf(page));
  return [box.x + box.width * x, box.y + box.height * y];
}

/** Shares of the picture as it lies upright on the canvas. */
export async function onPicture(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const box = await boxOf(canvasOf(page).locator("> img"));
  return [box.x + box.width * x, box.y + box.height * y];
}

export async function paint(page: Page, ...places: readonly (readonly [number, number])[]): Promise<void> {
  const [first, ...others] = places;
  if (!first) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const place of others) await page.mouse.move(...place, { steps: 8 });
  await page.mouse.up();
}

/** How many operations of a mask this browser has kept: a reload finds no others. */
export function keptOperations(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("pentimento-drafts", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("masks");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("masks").objectStore("masks").getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(Math.max(0, ...asked.result.map(({ operations }) => operations.length)));
          };
        };
      }),
  );
}
