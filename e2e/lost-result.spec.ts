/** One of several results is no picture: the others are kept, and it is said beside them. */
import { testWithGateway } from "./gateway-test.ts";
import { openStudio, runButton } from "./journey.ts";
import { expect } from "./test.ts";

const test = testWithGateway({});

test("where one of three results cannot be read, the other two are there and it is said", async ({ page, gateway }) => {
  gateway.fault("download", "no-picture");
  await openStudio(page, null, { mode: "generate" });
  await page.getByRole("tabpanel").getByRole("button", { name: "FLUX 1.1 Pro", expanded: false }).click();
  await page
    .getByRole("region", { name: "Choose a model" })
    .getByRole("button", { name: /Schnell/ })
    .click();
  await page.getByRole("radio", { name: "3", exact: true }).click();
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("a lake");
  await runButton(page).click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result).toContainText("2 of 3 pictures came");
  await expect(page.getByRole("navigation", { name: "History" }).getByRole("listitem")).toHaveCount(2);
});
