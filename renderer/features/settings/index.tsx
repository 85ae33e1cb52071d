/** Until this page is built. */
export function SettingsPage() {
  return null;
}
