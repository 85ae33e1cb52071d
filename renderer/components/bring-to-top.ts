const MARGIN = 16;

/** Scrolls the page, and nothing around it, so that the element begins at its top: `scrollIntoView` would move the window's frame too. */
export function bringToTop(element: Element): void {
  const page = element.closest('main');
  page?.scrollTo({ top: page.scrollTop + element.getBoundingClientRect().top - page.getBoundingClientRect().top - MARGIN });
}
