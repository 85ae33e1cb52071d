import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DryRun, Inspection } from '#shared/contract/imports.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { DataGrid, useListedRows } from '#renderer/components/data-grid/index.ts';
import type { GridColumn } from '#renderer/components/data-grid/index.ts';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { ProblemDownload } from './ProblemDownload.tsx';
import { useFieldName, useFindingWords } from './use-import-words.ts';
import type { Finding } from './use-import-words.ts';

interface FindingsProps {
  readonly inspection: Inspection;
  readonly template: Template;
  readonly result: DryRun;
}

/** Row by row: what keeps rows out, and what should be looked at in those that come in. */
export function Findings({ inspection, template, result }: FindingsProps) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const { problems, problemTotal, warnings, warningTotal } = result;
  const [chosen, setChosen] = useState<'problems' | 'warnings' | null>(null);
  const listedProblems = useMemo(() => problems.map((finding): Finding => ({ sort: 'problem', finding })), [problems]);
  const listedWarnings = useMemo(() => warnings.map((finding): Finding => ({ sort: 'warning', finding })), [warnings]);
  if (problemTotal === 0 && warningTotal === 0) {
    return (
      <Section title={t('findings.title')}>
        <p className="text-ink-2">{t('findings.none')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('findings.title')} actions={problemTotal === 0 ? undefined : <ProblemDownload inspection={inspection} template={template} />}>
      <Tabs
        label={t('findings.title')}
        selected={chosen ?? (problemTotal === 0 ? 'warnings' : 'problems')}
        onSelect={setChosen}
        tabs={[
          {
            id: 'problems', label: t('findings.problems'), count: format.integer(problemTotal),
            content: <FindingsGrid label={t('findings.problems')} lead={t('findings.problemsWhy')} empty={t('findings.noProblems')} findings={listedProblems} total={problemTotal} />,
          },
          {
            id: 'warnings', label: t('findings.warnings'), count: format.integer(warningTotal),
            content: <FindingsGrid label={t('findings.warnings')} lead={t('findings.warningsWhy')} empty={t('findings.noWarnings')} findings={listedWarnings} total={warningTotal} />,
          },
        ]}
      />
    </Section>
  );
}

interface FindingsGridProps {
  readonly label: string;
  readonly lead: string;
  readonly empty: string;
  readonly findings: readonly Finding[];
  readonly total: number;
}

const keys = new WeakMap<Finding, string>();
let lastKey = 0;
/** Findings have no name of their own: the same cell can have several. */
const keyOf = (finding: Finding): string => {
  const known = keys.get(finding);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(finding, String(lastKey));
  return String(lastKey);
};

function FindingsGrid({ label, lead, empty, findings, total }: FindingsGridProps) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const wordsOf = useFindingWords();
  const source = useListedRows(findings);
  const [opened, setOpened] = useState<Finding | null>(null);
  const columns = useMemo(
    (): readonly GridColumn<Finding>[] => [
      // Row numbers are looked up in the spreadsheet: its digits, without grouping.
      { id: 'row', header: t('findings.row'), minRem: 5, grow: 0, align: 'end', cell: ({ finding }) => clamped(format.digits(String(finding.rowNumber))) },
      {
        id: 'column', header: t('findings.column'), minRem: 9, grow: 2, priority: 2,
        cell: ({ finding }) => finding.column === null ? clamped(t('findings.wholeRow')) : quoted(finding.column),
      },
      { id: 'value', header: t('findings.value'), minRem: 9, grow: 2, priority: 3, cell: ({ finding }) => quoted(finding.value) },
      { id: 'message', header: t('findings.message'), minRem: 14, grow: 5, cell: (row) => clamped(wordsOf(row).message) },
      { id: 'remedy', header: t('findings.remedy'), minRem: 14, grow: 5, priority: 4, cell: (row) => clamped(wordsOf(row).remedy) },
    ],
    [t, format, wordsOf],
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-2">{lead}</p>
      {findings.length < total ? <p className="text-sm text-ink-2">{t('findings.firstOnly', { shown: findings.length, total })}</p> : null}
      <DataGrid label={label} columns={columns} source={source} rowKey={keyOf} rowRem={4} height={26} onOpen={setOpened} empty={<EmptyState title={empty} />} />
      {opened === null ? null : <FindingDialog opened={opened} onClose={() => { setOpened(null); }} />}
    </div>
  );
}

/** At most three lines; the whole text is in the title and in the dialog that the row opens. */
const clamped = (text: string) => (
  <span title={text} className="line-clamp-3 text-sm leading-4.5 [overflow-wrap:anywhere]">
    {text}
  </span>
);

/** What stands in the file keeps its own direction, in the page's alignment. */
const quoted = (text: string) => (
  <span title={text} className="line-clamp-3 text-sm leading-4.5 [overflow-wrap:anywhere]">
    <bdi>{text}</bdi>
  </span>
);

/** All the words of one finding, where a line of the list was too short for them. */
function FindingDialog({ opened, onClose }: { readonly opened: Finding; readonly onClose: () => void }) {
  const { t } = useTranslation('importWizard');
  const wordsOf = useFindingWords();
  const fieldName = useFieldName();
  const { finding } = opened;
  const { message, remedy } = wordsOf(opened);
  const title = finding.column === null ? t('importing:place.row', { row: finding.rowNumber }) : t('importing:place.cell', { row: finding.rowNumber, column: finding.column });
  return (
    <Dialog isOpen onOpenChange={onClose} title={title}>
      <KeyValueList
        items={[
          ...(finding.field === null ? [] : [{ key: 'field', label: t('findings.field'), value: fieldName(finding.field) }]),
          { key: 'value', label: t('findings.value'), value: <bdi className="[overflow-wrap:anywhere]">{finding.value}</bdi> },
          { key: 'message', label: t('findings.message'), value: message },
          { key: 'remedy', label: t('findings.remedy'), value: remedy },
        ]}
      />
    </Dialog>
  );
}
