/** Nobody is left out: the rules that can be computed, the keyboard alone, a narrow window, a finger's width. */
import type { Page } from "@playwright/test";
import { expectClean, wear } from "./axe.ts";
import { moreLine, openDesk, openStudio, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(640, 480);

const languages = {
  en: { prompt: "Prompt", wholeForm: /, pictures, settings$/, result: "Result", projects: "Projects", empty: "Drop a picture here" },
  "zh-CN": { prompt: "提示词", wholeForm: /图片与设置$/, result: "结果", projects: "项目", empty: "把图片拖放到这里" },
} as const;

for (const language of ["en", "zh-CN"] as const) {
  for (const theme of ["dark", "light"] as const) {
    const say = languages[language];

    test(`desk and studio keep the rules of WCAG 2.2 AA, ${theme}, ${language}`, async ({ page, context, baseURL }) => {
      await wear(context, baseURL, { language, theme });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openStudio(page, null);
      await expect(page.getByText(say.empty)).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await expectClean(page, "studio without a picture");
      await openStudio(page, scene);
      await page.getByRole("textbox", { name: say.prompt }).fill("warmer and brighter");
      await expectClean(page, "studio with a picture");
      await runButton(page).click();
      await expect(page.getByRole("region", { name: say.result })).toBeVisible();
      await expectClean(page, "studio with a result");
      await page.getByRole("button", { name: say.wholeForm }).click();
      await moreLine(page).click();
      await expectClean(page, "studio with More open");
      await page.goto("/");
      await expect(page.getByRole("region", { name: say.projects }).getByRole("listitem").first()).toBeVisible();
      await expectClean(page, "desk");
      await page.goto("/settings");
      await expect(page.getByText("REPLICATE_API_TOKEN")).toBeVisible();
      await expectClean(page, "settings");
    });
  }
}

for (const theme of ["dark", "light"] as const) {
  test(`what stands over desk and studio keeps these rules too, ${theme}`, async ({ page, context, baseURL }) => {
    await wear(context, baseURL, { theme });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openStudio(page, scene);
    const history = page.getByRole("navigation", { name: "History" });
    await history.getByRole("button", { name: "current Journey" }).focus();
    await page.keyboard.press("*");
    await history.getByRole("button", { name: "Options" }).click();
    await expect(page.getByRole("menuitem", { name: "Take the star away" })).toBeVisible();
    await expectClean(page, "studio with the menu of a card");
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await expect(page.getByRole("textbox", { name: "New name of Journey" })).toBeFocused();
    await expectClean(page, "studio with a name being written");
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    await expect(page.getByRole("dialog", { name: "All edits" })).toBeVisible();
    await expectClean(page, "tree");
    await openDesk(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Commands" }).getByRole("option").first()).toBeVisible();
    await expectClean(page, "palette on the desk");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
    await expectClean(page, "keys on the desk");
  });
}

/** What the focus stands on, and whether it shows: its own outline, or that of a frame around it. */
interface Stop {
  readonly name: string;
  readonly isMarked: boolean;
}

function lookAtFocus(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const marks: boolean[] = [];
    for (let at: Element | null = focused, up = 0; at && up < 3; at = at.parentElement, up += 1) {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
      marks.push(outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$|transparent/.test(outlineColor));
    }
    const labelled = focused.closest("label")?.textContent ?? document.querySelector(`label[for="${focused.id}"]`)?.textContent;
    const name = focused.getAttribute("aria-label") ?? (labelled || focused.textContent) ?? "";
    return { name: name.trim(), isMarked: marks.includes(true) };
  });
}

async function tabThrough(page: Page, most = 80): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press("Tab");
    const stop = await lookAtFocus(page);
    if (!stop && stops.length > 0) break;
    if (stop) stops.push(stop);
  }
  expect(stops.length, "the keyboard is caught somewhere").toBeLessThan(most);
  return stops;
}

function expectReached(stops: readonly Stop[], names: readonly RegExp[]): void {
  expect(stops.filter(({ isMarked }) => !isMarked).map(({ name }) => name)).toEqual([]);
  for (const name of names)
    expect(
      stops.map((stop) => stop.name).some((one) => name.test(one)),
      `${name} by Tab`,
    ).toBe(true);
}

test("the desk is reached by the keyboard alone, and one sees where one is", async ({ page }) => {
  await openStudio(page, scene);
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Projects" }).getByRole("listitem").first()).toBeVisible();
  const stops = await tabThrough(page);
  expectReached(stops, [/^Local engine/, /^简体中文$/, /^Theme/, /^Choose pictures$/, /^From words$/, /^Two pictures$/, /^Journey/]);
});

test("the studio is worked by the keyboard alone, from words to a kept result", async ({ page }) => {
  await openStudio(page, scene);
  await expect(page.getByRole("textbox", { name: "Prompt", exact: true })).toBeVisible();
  const onward = async (name: RegExp) => {
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press("Tab");
      if (name.test((await lookAtFocus(page))?.name ?? "")) return;
    }
    throw new Error(`Expected ${name} to be reached by Tab`);
  };
  await onward(/^Prompt$/);
  await page.keyboard.type("warmer and brighter");
  await onward(/^Edit/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  await onward(/^Compare: how much/);
  await page.keyboard.press("End");
  await onward(/^Slider$/);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/compare=side/);
  await onward(/^Keep this edit/);
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("navigation", { name: "History" }).getByRole("button", { name: "current warmer and brighter" }),
  ).toBeVisible();

  await page.goto(page.url());
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  await moreLine(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Seed" })).toBeVisible();
  await page.getByRole("link", { name: "To the desk" }).focus();
  const stops = await tabThrough(page);
  const expected = [
    /^Name of the project$/,
    /^Edit$/,
    /^Theme/,
    /warmer and brighter/,
    /^Again/,
    /^Download$/,
    /^Upload: /,
    /^Prompt$/,
    /^More/,
    /^Seed$/,
    /^Edit.*Enter/,
  ];
  expectReached(stops, expected);
});

test("tabs are changed with the arrows", async ({ page }) => {
  await openStudio(page, scene);
  await page.getByRole("tab", { name: "Edit" }).focus();
  for (const name of ["Fill", "Combine", "Generate", "Edit"]) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tab", { name })).toBeFocused();
    await expect(page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
  }
});

test("320 pixels wide nothing has to be scrolled sideways", async ({ page }) => {
  const expectNarrow = async (where: string) => {
    const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));
    expect(width, where).toBeLessThanOrEqual(320);
  };
  await page.setViewportSize({ width: 320, height: 640 });
  for (const mode of ["edit", "fill", "combine", "generate"]) {
    await openStudio(page, scene, { mode });
    await moreLine(page).click();
    await expect(page.getByRole("textbox", { name: "Seed" })).toBeVisible();
    await expectNarrow(`studio, ${mode}`);
  }
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Projects" }).getByRole("listitem").first()).toBeVisible();
  await expectNarrow("desk");
});

test("what opens from a button stays within the window, however near its edge the button stands", async ({ page }) => {
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await openStudio(page, scene);
    for (const name of ["Share", "Export"]) {
      await page.getByRole("banner").getByRole("button", { name, exact: true }).click();
      const box = await page.getByRole("region", { name }).boundingBox();
      expect(box?.x, `${name} at ${width}`).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? width), `${name} at ${width}`).toBeLessThanOrEqual(width);
      await page.keyboard.press("Escape");
    }
  }
});

/** The smaller side of everything that can be pressed; a label counts as part of its box, and a link inside a sentence is let off. */
function listSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pressable = "button, a[href], input:not([type=file]), select, textarea, summary, [role=switch], [role=tab]";
    return [...document.querySelectorAll(pressable)].flatMap((element) => {
      const target = element.closest("label") ?? element;
      const { width, height } = target.getBoundingClientRect();
      const isShown = element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      if (!isShown || Math.min(width, height) >= 23.99) return [];
      return [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`];
    });
  });
}

for (const width of [1440, 320]) {
  test(`everything to press is at least 24 pixels wide and high, in a window of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openStudio(page, scene);
    await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("warmer and brighter");
    await runButton(page).click();
    await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
    await page.getByRole("button", { name: /, pictures, settings$/ }).click();
    await moreLine(page).click();
    expect(await listSmallTargets(page)).toEqual([]);
    await page.goto("/");
    await expect(page.getByRole("region", { name: "Projects" }).getByRole("listitem").first()).toBeVisible();
    expect(await listSmallTargets(page)).toEqual([]);
  });
}

for (const theme of ["dark", "light"] as const) {
  test(`the box the model sees and the handles of the canvas leave nobody out, ${theme}`, async ({ page, context, baseURL }) => {
    await wear(context, baseURL, { theme });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openStudio(page, scene, { mode: "fill" });
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: /^the model sees this area/ })).toBeVisible();
    await expectClean(page, "fill with the box");
    expect(await listSmallTargets(page)).toEqual([]);
    await page.keyboard.press("Shift+E");
    await page.getByRole("radio", { name: "16:9" }).check();
    await expectClean(page, "fill with the canvas");
    expect(await listSmallTargets(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await listSmallTargets(page)).toEqual([]);
  });
}
