import type { DocumentContent } from '#shared/contract/certificates.ts';

/** What each section of the form gets. */
export interface SectionProps {
  readonly document: DocumentContent;
  readonly onChange: (changes: Partial<DocumentContent>) => void;
  /** Words of what the store or the rules have against a field, by its path. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Fields of a certificate are absent rather than empty. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** Two or three fields beside each other where there is room. */
export const fieldGrid = 'grid grid-cols-[repeat(auto-fit,minmax(min(100%,12.5rem),1fr))] items-start gap-4';
