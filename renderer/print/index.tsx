/** Until the report is built: what the hidden printing window shows, and its preview inside the app. */
export function ClientReportPrint() {
  return null;
}

export function ClientReportPreview() {
  return null;
}
