import type { Logo } from '#shared/contract/settings.ts';

/** What is taken for a letterhead; the data host checks the bytes again. */
export const largestLogoBytes = 2 * 1024 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const satisfies readonly Logo['mediaType'][];
export const logoTypes: readonly string[] = TYPES;

export type LogoReading = { readonly logo: Logo } | { readonly problem: 'tooLarge' | 'wrongType' };

export async function readLogoFile(file: File): Promise<LogoReading> {
  const mediaType = TYPES.find((type) => type === file.type);
  if (!mediaType) return { problem: 'wrongType' };
  if (file.size > largestLogoBytes) return { problem: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const chunks: string[] = [];
  // In parts: a call with millions of arguments would overflow the stack.
  for (let at = 0; at < bytes.length; at += 32_768) chunks.push(String.fromCodePoint(...bytes.subarray(at, at + 32_768)));
  return { logo: { mediaType, base64: btoa(chunks.join('')) } };
}

export const logoUrl = ({ mediaType, base64 }: Logo): string => `data:${mediaType};base64,${base64}`;
