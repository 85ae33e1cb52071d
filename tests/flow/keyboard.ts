import type { Locator, Page } from 'playwright-core';

/** What has the focus, as a person would be told it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element === null ? 'nothing' : `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`;
  });

/** Goes on with Tab until the element has the focus. @throws where it is not reached, with what was passed on the way. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const passed: string[] = [];
  for (let step = 0; step < most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    passed.push(await focused(page));
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target.toString()}; it passed ${passed.join(', ')}`);
}

/** Presses a button, or follows a link, by keyboard alone. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
