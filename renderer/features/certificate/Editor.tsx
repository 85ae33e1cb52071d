import { useMutation } from '@tanstack/react-query';
import { BadgeCheck, Printer, Trash2 } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { missingForIssue } from '#shared/domain/calibration/index.ts';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DraftBanner } from '#renderer/components/DraftBanner.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { Checklist } from './Checklist.tsx';
import { Comparison } from './Comparison.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import { overallOf, useJudge } from './judging.ts';
import { KeepStatus } from './KeepStatus.tsx';
import { PdfFile } from './PdfFile.tsx';
import { columnOfMissing } from './points/columns-missing.ts';
import { cellColumns } from './points/cells.ts';
import type { PointGridHandle } from './points/PointGrid.tsx';
import { PointsSection } from './points/PointsSection.tsx';
import { usePointEdits } from './points/use-point-edits.ts';
import { Anchor, goToField } from './sections/Anchor.tsx';
import { ConditionsSection } from './sections/ConditionsSection.tsx';
import { ItemSection } from './sections/ItemSection.tsx';
import { MethodSection } from './sections/MethodSection.tsx';
import { RuleSection } from './sections/RuleSection.tsx';
import { orNull } from './sections/section-props.ts';
import { SignSection } from './sections/SignSection.tsx';
import { StandardsSection } from './sections/StandardsSection.tsx';
import { WhoSection } from './sections/WhoSection.tsx';
import { useFieldProblemWords } from './use-field-problem-words.ts';
import { useKeeping } from './use-keeping.ts';
import type { KeepingStart } from './use-keeping.ts';

interface EditorProps {
  readonly start: KeepingStart;
  readonly onCreated: (certificate: StoredCertificate) => void;
  readonly onIssued: (certificate: StoredCertificate) => void;
  /** Reads the draft anew. */
  readonly onReload: () => void;
}

/** While a point is typed nothing but the points is drawn anew. */
const [Who, Item, Conditions, Method, Rule, Sign] = [memo(WhoSection), memo(ItemSection), memo(ConditionsSection), memo(MethodSection), memo(RuleSection), memo(SignSection)];
const [Standards, Compared] = [memo(StandardsSection), memo(Comparison)];

/** A certificate as the laboratory writes it, judged while it is typed, keeping itself. */
export function Editor({ start, onCreated, onIssued, onReload }: EditorProps) {
  const { t } = useTranslation('certificates');
  const navigate = useNavigate();
  const undo = useUndo();
  const keeping = useKeeping(start, onCreated);
  const { working, change, certificate, state } = keeping;
  const { document, rows, isOwnLaboratory } = working;
  const edits = usePointEdits(working, change);
  const { setDocument } = edits;
  const setOwnLaboratory = useCallback((isOwn: boolean) => { change({ isOwnLaboratory: isOwn }); }, [change]);
  const judge = useJudge(document.decisionRule);
  const gridRef = useRef<PointGridHandle>(null);
  const [isIssuing, setIsIssuing] = useState(false);
  const problems = useFieldProblemWords(state);

  // What is said about the whole may come a moment after the key.
  const settled = useDeferredValue(working);
  const settledJudge = useDeferredValue(judge);
  const points = useMemo(() => settled.rows.map(({ point }) => point), [settled.rows]);
  const readiness = useMemo(() => missingForIssue({ document: settled.document, points }, points.map(settledJudge)), [settled.document, points, settledJudge]);
  const overall = useMemo(() => overallOf(points, settled.document.adjusted, settledJudge), [points, settled.document.adjusted, settledJudge]);
  const unreadKeys = Object.keys(working.unread).filter((key) => rows.some(({ id }) => key.startsWith(`${id}:`)));

  const go = (field: string, positions: readonly number[]): void => {
    const column = columnOfMissing(field);
    if (column !== null && rows.length > 0) {
      goToField('points');
      gridRef.current?.goTo(positions[0] ?? 0, column);
    } else goToField(field);
  };
  const goUnread = (): void => {
    const [id = '', column = ''] = unreadKeys[0]?.split(':') ?? [];
    const known = cellColumns.find((name) => name === column);
    if (known === undefined) return;
    goToField('points');
    gridRef.current?.goTo(rows.findIndex((row) => String(row.id) === id), known);
  };
  const remove = useMutation({
    mutationFn: (id: string) => api.certificates.remove({ id }),
    onSuccess: async ({ id }) => {
      keeping.discard();
      await navigate(`/instruments/${start.instrumentId}`);
      undo(t('removed', { number: document.number }), () => api.certificates.restore({ id }));
    },
  });
  const canIssue = unreadKeys.length === 0 && (readiness.missing.length === 0 || !isOwnLaboratory) && rows.length > 0;
  return (
    <div className="flex w-full flex-col gap-6">
      <PageHeader
        title={document.replacesNumber === null ? t('title.draft', { number: document.number }) : t('title.amendment', { number: document.number })}
        parent={<LinkButton variant="text" to={`/instruments/${start.instrumentId}`}>{t('toInstrument', { serial: document.item.serial ?? document.item.description })}</LinkButton>}
        description={<bdi>{document.item.description}</bdi>}
        actions={
          <>
            {certificate === null ? null : (
              <>
                <LinkButton to={`/certificates/${certificate.id}/print`} icon={<Printer aria-hidden className="size-4" />}>{t('action.preview')}</LinkButton>
                <IconButton label={t('action.remove')} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => { remove.mutate(certificate.id); }} />
              </>
            )}
            <Button variant="primary" icon={<BadgeCheck aria-hidden className="size-4" />} isDisabled={!canIssue} onPress={() => { setIsIssuing(true); }}>
              {t('action.issue')}
            </Button>
          </>
        }
      />
      <DraftBanner isShown={keeping.isRestored} onDiscard={keeping.discard} />
      {document.replacesNumber === null ? null : (
        <Banner tone="info" title={t('amend.replaces', { number: document.replacesNumber })}>
          <Anchor field="amendmentReason">
            <TextField label={t('field.amendmentReason')} isRequired value={document.amendmentReason ?? ''} maxLength={2000} onChange={(reason) => { setDocument({ amendmentReason: orNull(reason) }); }} />
          </Anchor>
        </Banner>
      )}
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-9">
          <Who document={document} onChange={setDocument} problems={problems} isOwnLaboratory={isOwnLaboratory} onOwnLaboratory={setOwnLaboratory} />
          <Item document={document} onChange={setDocument} problems={problems} />
          <Conditions document={document} onChange={setDocument} problems={problems} />
          <Method document={document} onChange={setDocument} problems={problems} />
          <Standards document={document} standardInstrumentIds={working.standardInstrumentIds} onChange={change} problems={problems} instrumentId={start.instrumentId} />
          <PointsSection working={working} change={change} edits={edits} judge={judge} instrumentId={start.instrumentId} gridRef={gridRef} />
          <Rule document={document} onChange={setDocument} problems={problems} />
          {rows.length === 0 ? null : <Compared instrumentId={start.instrumentId} points={points} adjusted={settled.document.adjusted} rule={document.decisionRule} />}
          <Sign document={document} onChange={setDocument} problems={problems} />
          {certificate === null ? null : <PdfFile certificate={certificate} onChanged={keeping.follow} />}
        </div>
        <aside aria-label={t('aside')} className="flex flex-col gap-5 rounded-lg border border-line bg-surface px-4 py-4 xl:sticky xl:top-4 xl:max-h-[calc(100vh-6rem)] xl:overflow-y-auto">
          <KeepStatus
            keeping={keeping}
            onReload={() => {
              keeping.discard();
              onReload();
            }}
            onGo={(field) => { go(field, []); }}
          />
          {document.decisionRule === null ? null : (
            <div className="flex flex-col gap-2" role="group" aria-label={t('verdict.title')}>
              <h2 className="text-base font-semibold">{t('verdict.title')}</h2>
              {overall.asFound === null ? null : (
                <p className="flex items-center justify-between gap-2"><span className="text-ink-2">{t('stage.as-found')}</span> <VerdictPill verdict={overall.asFound.verdict} /></p>
              )}
              <p className="flex items-center justify-between gap-2"><span className="text-ink-2">{overall.asFound === null ? t('compare.overall') : t('stage.as-left')}</span> <VerdictPill verdict={overall.overall.verdict} /></p>
            </div>
          )}
          <Checklist readiness={readiness} unreadCount={unreadKeys.length} onGo={go} onGoUnread={goUnread} />
        </aside>
      </div>
      <IssueDialog keeping={keeping} readiness={readiness} isOpen={isIssuing} onClose={() => { setIsIssuing(false); }} onIssued={onIssued} />
    </div>
  );
}
