/** A picture smaller than what a model gives back: its own pixels stay, and all of the model's are one click away. */
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { fractalNoise } from "#lib/pixels/noise.ts";
import type { Paint } from "#lib/testing/fake-gateway/paint.ts";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { testWithGateway } from "./gateway-test.ts";
import { openStudio, runButton } from "./journey.ts";
import { expect } from "./test.ts";

const [width, height] = [900, 600];
const [largeWidth, largeHeight] = [1248, 832];

/** A red disc, on about a megapixel, whatever was sent. */
const paintDisc: Paint = async ({ input }) => {
  const sent = String(input.input_image);
  const disc = Buffer.from(`<svg width="${largeWidth}" height="${largeHeight}"><circle cx="500" cy="400" r="110" fill="#c33"/></svg>`);
  const picture = sharp(Buffer.from(sent.slice(sent.indexOf(",") + 1), "base64")).resize(largeWidth, largeHeight, { fit: "fill" });
  return {
    bytes: await picture
      .composite([{ input: disc }])
      .jpeg({ quality: 90 })
      .toBuffer(),
    mime: "image/jpeg",
  };
};

const test = testWithGateway({ paint: paintDisc });

function drawHills(): Buffer {
  const pixel = (x: number, y: number) => [0, 1, 2].map((c) => 30 + 190 * fractalNoise(x / 70 + c * 0.1, y / 70, 5, 4));
  return encodePng({ width, height, channels: 3, pixel });
}

const result = (page: Page) => page.getByRole("region", { name: "Result" });

async function sizeToDownload(page: Page): Promise<string> {
  await result(page).getByRole("button", { name: "Download" }).click();
  const size = await page.getByLabel("Size", { exact: true }).getByRole("option").first().textContent();
  await page.keyboard.press("Escape");
  return size ?? "";
}

test("an edit keeps a small picture's size and pixels, says what the model gave, and hands that over when it is wanted", async ({
  page,
}) => {
  await openStudio(page, drawHills());
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("add a red ball");
  await runButton(page).click();
  await expect(result(page)).toContainText("Your pixels are kept");
  await expect(result(page)).toContainText(`The model’s own picture has ${largeWidth} × ${largeHeight} pixels`);
  expect(await sizeToDownload(page)).toBe(`${width} × ${height}`);
  await result(page).getByRole("button", { name: "Use the whole result" }).click();
  await expect(result(page)).toContainText("The whole result is used");
  expect(await sizeToDownload(page)).toBe(`${largeWidth} × ${largeHeight}`);
});
