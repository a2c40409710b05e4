/** Pictures, projects and painted strokes for the benches of the mask's canvas. */
import type { Page } from "@playwright/test";
import type { Stroke } from "#lib/mask/mask-document.ts";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { type Picture, type Project, paths } from "#lib/wire.ts";

export async function uploadPattern(origin: string, width: number, height: number): Promise<Picture> {
  const png = encodePng({ width, height, channels: 1, pixel: (x, y) => [(x ^ y) & 255] });
  return uploadPicture(origin, png);
}

export async function uploadPicture(origin: string, bytes: Uint8Array): Promise<Picture> {
  return post<Picture>(origin, paths.pictures, new Uint8Array(bytes), "application/octet-stream");
}

export async function makeProject(origin: string, pictureId: string): Promise<Project> {
  return post<Project>(origin, paths.projects, JSON.stringify({ name: "Bench", pictureId }), "application/json");
}

async function post<Answer>(origin: string, path: string, body: BodyInit, type: string): Promise<Answer> {
  // On a slow machine a picture takes longer to be made than a server keeps an idle connection.
  const headers = { origin, "content-type": type, connection: "close" };
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body });
  return (await answer.json()) as Answer;
}

/** Strokes all over a picture, the same ones every time; of three in ten the eraser's. */
export function strokesFor(width: number, height: number, count: number): readonly Stroke[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: count }, () => {
    const [x, y, angle] = [random() * width, random() * height, random() * 6.28];
    const points = Array.from({ length: 30 }, (_, at) => [x + Math.cos(angle) * at * 20, y + Math.sin(angle) * at * 20, 1]);
    return { kind: "stroke", mode: random() < 0.7 ? "add" : "subtract", size: 364, hardness: 0.8, points: points.flat() };
  });
}

/** Puts strokes where the page keeps its drafts, as if they had been painted earlier. */
export async function plantStrokes(page: Page, project: Project, picture: Picture, count: number): Promise<void> {
  await page.evaluate(
    ({ key, operations }) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("pentimento-drafts", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("masks");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("masks", "readwrite");
          transaction.objectStore("masks").put({ operations, undone: [] }, key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { key: `${project.id}:${picture.id}`, operations: strokesFor(picture.width, picture.height, count) },
  );
}
