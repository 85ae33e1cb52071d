import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';

export const slow = { timeout: 20_000 };

/** Window and data host share one realm here, and jsdom's files are not those that Node sends and checks: all take Node's. */
export async function takeNodeFiles(): Promise<void> {
  const form = await new Response(new URLSearchParams('a=b')).formData();
  Object.assign(globalThis, { File: NodeFile, Blob: NodeBlob, FormData: form.constructor });
}

export const fileOf = (content: string | Uint8Array, name: string): File => new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type: 'application/xml' });

export async function choose(user: UserEvent, files: readonly File[]): Promise<void> {
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is nowhere to choose a file');
  await user.upload(input, [...files]);
}

export const cardOf = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name }, slow);

export interface SavedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Takes what the window hands to the browser's saving: jsdom neither makes addresses of blobs nor follows a link to one. */
export function watchSaving(): readonly SavedFile[] {
  const blobs = new Map<string, Blob>();
  const saved: SavedFile[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      const address = `blob:test/${blobs.size}`;
      blobs.set(address, blob);
      return address;
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob && this.download !== '') saved.push({ name: this.download, blob });
  });
  return saved;
}
