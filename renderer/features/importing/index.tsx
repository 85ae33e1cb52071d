/** Until this page is built. */
export function ImportPage() {
  return null;
}
