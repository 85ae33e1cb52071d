/** Until this page is built. */
export function FirstRunPage() {
  return null;
}
