/** Until this page is built. */
export function ClientPage() {
  return null;
}
