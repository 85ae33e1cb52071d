/** Names that Windows reserves for devices, with or without an extension. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
const MAXIMUM_LENGTH = 100;

/**
 * A file name that every system takes, made from words such as a client's name: never a path, never a device, no
 * invisible or direction-changing character that would make it read as another name.
 * @returns the name without extension; `fallback` where nothing of the words is left.
 */
export function toFileName(words: string, fallback: string): string {
  const name = words
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Co}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[.\s]+/u, '');
  const short = Array.from(name).slice(0, MAXIMUM_LENGTH).join('').replace(/[.\s]+$/u, '');
  if (short === '') return fallback;
  return DEVICE_NAME.test(short) ? `_${short}` : short;
}
