/** Until this page is built. */
export function ClientsPage() {
  return null;
}
