/** Until this page is built. */
export function ScorePage() {
  return null;
}
