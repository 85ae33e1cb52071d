/** Until this page is built. */
export function CompanyPage() {
  return null;
}
