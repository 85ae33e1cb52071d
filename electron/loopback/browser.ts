/** How each system opens an address in the person's own browser. The address is an argument, never part of a shell line. */
export function browserCommand(platform: NodeJS.Platform, address: string): { readonly command: string; readonly args: readonly string[] } {
  if (platform === 'darwin') return { command: 'open', args: [address] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  return { command: 'xdg-open', args: [address] };
}
