/** A folder of thirty files as one finds them: what is a picture comes in, what is none is named with its reason. */
import { crc32 } from "node:zlib";
import type { Page } from "@playwright/test";
import type { Page as Listing, ProjectCard } from "#lib/wire.ts";
import { dropFiles, type FilePayload, openDesk, pngFile } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

/** Pictures as a browser writes them. */
async function drawAs(page: Page, mimeType: "image/jpeg" | "image/webp", count: number, width = 96): Promise<readonly Buffer[]> {
  const drawn = await page.evaluate(
    async ([type, many, side]) => {
      const texts: string[] = [];
      for (let at = 0; at < many; at += 1) {
        const canvas = Object.assign(document.createElement("canvas"), { width: side, height: 64 });
        const context = canvas.getContext("2d");
        if (!context) throw new Error("Expected a canvas to draw on");
        for (let x = 0; x < side; x += 1) {
          context.fillStyle = `hsl(${(x * 7 + at * 40) % 360} 80% ${30 + (x % 40)}%)`;
          context.fillRect(x, 0, 1, 64);
        }
        texts.push(canvas.toDataURL(type).split(",")[1] ?? "");
      }
      return texts;
    },
    [mimeType, count, width] as const,
  );
  return drawn.map((base64) => Buffer.from(base64, "base64"));
}

/** A small PNG that claims to be a wall. */
function enormousPng(): Buffer {
  const png = Buffer.from(drawScene(8, 8));
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

const broken = [
  { name: "broken letter.png", reason: "This kind of file cannot be opened." },
  { name: "broken nothing.png", reason: "This kind of file cannot be opened." },
  { name: "broken half.jpg", reason: "The picture is damaged and could not be read." },
  { name: "broken drawing.svg", reason: "This kind of file cannot be opened." },
  { name: "broken wall.png", reason: "The picture has more pixels than can be worked with." },
];

async function thirtyFiles(page: Page): Promise<readonly FilePayload[]> {
  const file = (name: string, mimeType: string, buffer: Buffer): FilePayload => ({ name, mimeType, buffer });
  const [half = Buffer.alloc(0)] = await drawAs(page, "image/jpeg", 1, 900);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>');
  const contents = [Buffer.from("Dear reader. ".repeat(50)), Buffer.alloc(0), half.subarray(0, half.length / 2), svg, enormousPng()];
  const bad = broken.map(({ name }, at) => file(name, name.endsWith("svg") ? "image/svg+xml" : "image/png", contents[at] ?? svg));
  const pngs = Array.from({ length: 9 }, (_, at) => pngFile(`shelf ${at}.png`, drawScene(60 + at, 40)));
  const jpegs = (await drawAs(page, "image/jpeg", 8)).map((buffer, at) => file(`shelf ${at}.jpg`, "image/jpeg", buffer));
  const webps = (await drawAs(page, "image/webp", 8)).map((buffer, at) => file(`shelf ${at}.webp`, "image/webp", buffer));
  const good = [...pngs, ...jpegs, ...webps];
  // The broken ones lie between the others.
  return good.flatMap((one, at) => (at % 5 === 2 ? [one, ...bad.slice((at - 2) / 5, (at + 3) / 5)] : [one]));
}

test("of thirty files in a folder 25 come in, and 5 are named with their reasons until each is put away", async ({ page, quiet }) => {
  quiet.expect(/status of 4\d\d/);
  await openDesk(page);
  const files = await thirtyFiles(page);
  expect(files).toHaveLength(30);
  await dropFiles(page, page.getByRole("heading", { name: "Drop a picture anywhere" }), files);
  const uploads = page.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByRole("link", { name: "Open" })).toHaveCount(25);
  await expect(uploads.getByRole("alert")).toHaveCount(5);
  await expect(page.getByText("25 of 30 are in · 5 could not be taken in")).toBeVisible();
  // Asking once more makes none of them a picture.
  await expect(uploads.getByRole("button", { name: "Try again" })).toHaveCount(0);
  // However many came, the projects stay in sight.
  const projects = await page.getByRole("heading", { name: "Projects" }).boundingBox();
  expect(projects?.y ?? 0).toBeLessThan(page.viewportSize()?.height ?? 0);
  await expect(page).toHaveURL(/\/$/);
  for (const { name, reason } of broken) {
    const alert = uploads.getByRole("alert").filter({ hasText: name });
    await expect(alert).toContainText(reason);
    await alert.getByRole("button", { name: "Close" }).click();
    await expect(alert).toHaveCount(0);
  }
  await expect(uploads.getByRole("listitem")).toHaveCount(25);
  await page.getByRole("button", { name: "Clear the list" }).click();
  await expect(uploads).toHaveCount(0);
  const found = await page.request.get("/api/projects?search=shelf&limit=100");
  const { items } = (await found.json()) as Listing<ProjectCard>;
  expect(items).toHaveLength(25);
  expect(items.filter(({ editCount }) => editCount !== 1)).toEqual([]);
});
