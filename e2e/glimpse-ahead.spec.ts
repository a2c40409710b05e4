/** Near its end a run's result is asked for before anybody says that it comes: one request, for one run at a time. */
import { testWithGateway } from "./gateway-test.ts";
import { openStudio, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect } from "./test.ts";

const processingMs = 8000;

const test = testWithGateway({ script: { pace: { by: "time", startingMs: 0, processingMs } } });

test("two runs at once end, and the result of one was waited for", async ({ page, gateway }) => {
  await openStudio(page, drawScene(640, 400));
  const askedAtMs: number[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/glimpse")) askedAtMs.push(Date.now());
  });
  for (const words of ["a warm evening", "a cold morning"]) {
    await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(words);
    await runButton(page).click();
  }
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  const cards = page.getByRole("navigation", { name: "History" }).getByRole("listitem");
  await expect(cards.getByText("a cold morning")).toBeVisible();
  await expect(cards.getByRole("progressbar")).toHaveCount(0);
  const firstEndMs = Math.min(...gateway.predictions.map(({ createdAtMs }) => createdAtMs + processingMs));
  expect(askedAtMs.filter((atMs) => atMs < firstEndMs)).toHaveLength(1);
});
