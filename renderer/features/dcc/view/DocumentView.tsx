import { useTranslation } from 'react-i18next';
import type { DccBlock, DccSection } from '#shared/domain/calibration/index.ts';
import { EmbeddedFile } from '../EmbeddedFiles.tsx';
import { numbered } from '../numbered.ts';
import { useDocumentFrame } from './document-frame.ts';
import { FieldList } from './FieldList.tsx';
import { ResultTable } from './ResultTable.tsx';
import { TextOf } from './TextOf.tsx';

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;
const looks = ['text-lg font-semibold border-b border-line pb-1.5', 'text-base font-semibold', 'font-semibold', 'font-medium', 'font-medium text-ink-2'] as const;

interface SectionsProps {
  readonly sections: readonly DccSection[];
  /** Of their headings; what lies deeper than a page has headings for stays at the last. */
  readonly level?: number;
  /** What they are parts of. */
  readonly within?: DccSection['kind'] | null;
}

/** A digital certificate as it was sent, in its own order. */
export function DocumentView({ sections, level = 2, within = null }: SectionsProps) {
  return (
    <div className={level === 2 ? 'flex min-w-0 flex-col gap-8' : 'flex min-w-0 flex-col gap-5'}>
      {numbered(sections).map(({ number, part: section }) => (
        <SectionView key={number} section={section} level={level} within={within} />
      ))}
    </div>
  );
}

interface SectionViewProps {
  readonly section: DccSection;
  readonly level: number;
  readonly within: DccSection['kind'] | null;
}

function SectionView({ section: { kind, heading, blocks, sections }, level, within }: SectionViewProps) {
  const { t } = useTranslation('dcc');
  const at = Math.min(Math.max(level - 2, 0), headings.length - 1);
  const Heading = headings[at] ?? 'h6';
  return (
    <section className="flex min-w-0 flex-col gap-3">
      {/* One of several of a kind needs no name where it has none of its own: the kind's stands above. */}
      {heading === null && kind === within ? null : <Heading className={looks[at]}>{heading === null ? t(`section.${kind}`) : <TextOf text={heading} />}</Heading>}
      {numbered(blocks).map(({ number, part: block }) => (
        <Block key={number} block={block} />
      ))}
      {sections.length === 0 ? null : (
        <div className={level > 2 ? 'border-s-2 border-line ps-4' : ''}>
          <DocumentView sections={sections} level={level + 1} within={kind} />
        </div>
      )}
    </section>
  );
}

function Block({ block }: { readonly block: DccBlock }) {
  const { t } = useTranslation('dcc');
  const { embedded } = useDocumentFrame();
  switch (block.kind) {
    case 'text':
      return (
        <div className="max-w-prose">
          {block.heading === null ? null : (
            <p className="font-medium">
              <TextOf text={block.heading} />
            </p>
          )}
          <p>
            <TextOf text={block.text} />
          </p>
        </div>
      );
    case 'fields':
      return <FieldList fields={block.fields} />;
    case 'table':
      return <ResultTable table={block} />;
    case 'formula':
      return <Source label={t(`sent.formula.${block.notation}`)} source={block.source} />;
    case 'foreign':
      return <Source label={t('sent.foreign')} source={block.source} />;
    case 'file': {
      const file = embedded[block.index];
      return file === undefined ? null : <EmbeddedFile file={file} />;
    }
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** What is not drawn but can be read: its source. */
function Source({ label, source }: { readonly label: string; readonly source: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="text-sm text-ink-3">{label}</figcaption>
      <pre dir="ltr" role="region" aria-label={label} tabIndex={0} className="max-h-60 overflow-auto rounded-md bg-sunken px-3 py-2 text-start text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
        {source}
      </pre>
    </figure>
  );
}
