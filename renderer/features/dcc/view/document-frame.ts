import { createContext, use } from 'react';
import type { DccReport } from '#shared/contract/dcc.ts';

/** What the parts of a drawn document need to know of the whole. */
export interface DocumentFrame {
  /** ISO 639-1: the language that the reader has before them; a text in another one says so. null: the document names none. */
  readonly language: string | null;
  readonly embedded: DccReport['embedded'];
  /** null: the file is not kept yet, and nothing can be taken out of it. */
  readonly onSave: ((index: number) => void) | null;
}

const Frame = createContext<DocumentFrame>({ language: null, embedded: [], onSave: null });
export const DocumentFrameProvider = Frame;
export const useDocumentFrame = (): DocumentFrame => use(Frame);

/** The language that a reader has before them: as the reading does it, the first of those asked for, else the binding one, else the first. */
export const shownLanguage = (asked: readonly string[], { used, mandatory }: { readonly used: readonly string[]; readonly mandatory: readonly string[] }): string | null =>
  asked.find((language) => used.includes(language)) ?? mandatory[0] ?? used[0] ?? null;
