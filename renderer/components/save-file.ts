/** Hands a file to the browser's own saving, under a proposed name. The address is let go once the browser has begun with it. */
export function saveFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** As `saveFile`. @param mediaType without its character set, which is UTF-8 */
export const saveText = (fileName: string, text: string, mediaType: string): void => {
  saveFile(fileName, new Blob([text], { type: `${mediaType};charset=utf-8` }));
};
