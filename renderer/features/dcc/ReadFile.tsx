import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DccReport } from '#shared/contract/dcc.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { askedLanguages, itemsOf } from '#renderer/instruments/dcc-tray.ts';
import type { TakenDcc, TrayFile } from '#renderer/instruments/dcc-tray.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { EmbeddedFiles } from './EmbeddedFiles.tsx';
import { Findings } from './Findings.tsx';
import { Fold } from './Fold.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { MatchForm } from './match/MatchForm.tsx';
import { PointsPreview } from './PointsPreview.tsx';
import { SchemaCheck } from './SchemaCheck.tsx';
import { Signature } from './Signature.tsx';
import { DocumentFrameProvider, shownLanguage } from './view/document-frame.ts';
import { DocumentView } from './view/DocumentView.tsx';

interface ReadFileProps {
  readonly file: TrayFile;
  readonly report: DccReport;
  readonly onTaken: (taken: TakenDcc, next: string | null) => void;
  readonly onReadAgain: () => void;
}

/** What was understood of a file, and what is to become of it. */
export function ReadFile({ file, report, onTaken, onReadAgain }: ReadFileProps) {
  const { t } = useTranslation('dcc');
  const { language } = usePreferences();
  const items = itemsOf(report);
  const takenAs = (item: (typeof items)[number]): TakenDcc | null =>
    file.taken[item.item] ?? (item.takenBefore?.isSame === true ? { certificateId: item.takenBefore.certificateId, number: item.takenBefore.number } : null);
  const [chosen, setChosen] = useState<number | null>(null);
  const item = items.find(({ item: place }) => place === chosen) ?? items.find((each) => takenAs(each) === null) ?? items[0];
  const taken = takenAs(item);
  const isBefore = file.taken[item.item] === undefined;
  return (
    <div className="flex flex-col gap-6">
      <Signature signature={report.signature} />
      {items.length === 1 ? null : (
        <Select
          label={t('item.choose', { count: items.length })}
          options={items.map((each) => ({
            id: String(each.item),
            label: t('item.nth', { number: each.item + 1, name: isolated(each.certificate.document.item.description) }),
            description: takenAs(each) === null ? `\u2066${each.certificate.document.item.serial ?? t('fact.noSerial')}\u2069` : t('item.taken'),
          }))}
          value={String(item.item)}
          onChange={(id) => {
            setChosen(Number(id));
          }}
        />
      )}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <Section level={3} title={t('fact.title')}>
          <ItemFacts item={item} report={report} />
        </Section>
        <Section level={3} title={t('findings.title')}>
          <div className="flex flex-col gap-4">
            {item.pointsAre === 'shared' ? <Banner tone="warn">{t('item.shared')}</Banner> : null}
            <Findings findings={report.findings} />
            <SchemaCheck schemaFindings={report.schemaFindings} schemaProblem={report.schemaProblem} />
          </div>
        </Section>
      </div>
      <Section level={3} title={t('points.title', { count: item.pointCount })}>
        <PointsPreview item={item} />
      </Section>
      {report.embedded.length === 0 ? null : (
        <Section level={3} title={t('embedded.title', { count: report.embedded.length })} description={t('embedded.afterwards')}>
          <EmbeddedFiles files={report.embedded} />
        </Section>
      )}
      <Fold title={t('sent.preview')}>
        {() => (
          <DocumentFrameProvider value={{ language: shownLanguage(askedLanguages(language), report.view.languages), embedded: report.embedded, onSave: null }}>
            <DocumentView sections={report.view.sections} level={4} />
          </DocumentFrameProvider>
        )}
      </Fold>
      {taken === null ? (
        <Section level={3} title={item.takenBefore === null ? t('match.title') : t('match.againTitle')}>
          <MatchForm
            key={`${report.uploadId}-${item.item}`}
            fileKey={file.key}
            uploadId={report.uploadId}
            item={item}
            pageId={file.instrumentId}
            onReadAgain={onReadAgain}
            onTaken={(now, next) => {
              setChosen(null);
              onTaken(now, next);
            }}
          />
        </Section>
      ) : (
        <Banner
          tone="info"
          action={
            <LinkButton to={`/certificates/${taken.certificateId}`} size="small">
              {t('file.openCertificate')}
            </LinkButton>
          }
        >
          {t(isBefore ? 'item.takenBefore' : 'item.takenAs', { number: isolated(taken.number) })}
          {items.length > 1 && items.some((each) => takenAs(each) === null) ? ` ${t('item.left', { count: items.filter((each) => takenAs(each) === null).length })}` : null}
          {item.pointCount === 0 ? null : <span className="block text-ink-2">{t('item.judge')}</span>}
        </Banner>
      )}
    </div>
  );
}
