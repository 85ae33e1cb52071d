/** How each system opens an address in the person's own browser. The address is an argument, never part of a shell line. */
export function browserCommand(platform: NodeJS.Platform, address: string): { readonly command: string; readonly args: readonly string[] } {
  switch (platform) {
    case 'darwin':
      return { command: 'open', args: [address] };
    case 'win32':
      return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
    default:
      return { command: 'xdg-open', args: [address] };
  }
}
