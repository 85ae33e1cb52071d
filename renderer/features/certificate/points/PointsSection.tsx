import { useQuery } from '@tanstack/react-query';
import { Copy, Plus, Ruler, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumPoints } from '#shared/contract/certificates.ts';
import type { Stage } from '#shared/domain/calibration/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { toast } from '#renderer/state/toasts.ts';
import type { Judge } from '../judging.ts';
import { Anchor } from '../sections/Anchor.tsx';
import { orNull } from '../sections/section-props.ts';
import type { PointRow, Working } from '../working.ts';
import { AllPointsDialog } from './AllPointsDialog.tsx';
import { limitsAt } from './limits.ts';
import { PointGrid } from './PointGrid.tsx';
import type { PointGridHandle } from './PointGrid.tsx';
import { PointNumbers } from './PointNumbers.tsx';
import type { PointEdits } from './use-point-edits.ts';

interface PointsSectionProps {
  readonly working: Working;
  readonly change: (changes: Partial<Working>) => void;
  readonly edits: PointEdits;
  readonly judge: Judge;
  readonly instrumentId: string;
  readonly gridRef: RefObject<PointGridHandle | null>;
}

/** What was measured: the sheet of points, and the numbers behind the one that is worked on. */
export function PointsSection({ working, change, edits, judge, instrumentId, gridRef }: PointsSectionProps) {
  const { t } = useTranslation('certificates');
  const { document, rows } = working;
  const [lookedAt, setLookedAt] = useState(0);
  const [isAllOpen, setIsAllOpen] = useState(false);
  const passport = useQuery(queries.instruments.get.queryOptions({ input: { id: instrumentId } }));
  const looked = rows[Math.min(lookedAt, rows.length - 1)];
  const setAdjusted = (adjusted: boolean): void => {
    const stages = new Set(rows.map(({ point }) => point.stage));
    const next = rows.map((row): PointRow => {
      const stage: Stage = adjusted ? (row.point.stage === 'only' ? 'as-found' : row.point.stage) : row.point.stage === 'as-left' && stages.has('as-found') ? 'as-left' : 'only';
      return stage === row.point.stage ? row : { id: row.id, point: { ...row.point, stage } };
    });
    change({ document: { ...document, adjusted }, rows: next });
  };
  const takeLimits = (): void => {
    const ranges = passport.data?.ranges ?? [];
    const count = edits.changeAll(
      (point) => {
        const limits = limitsAt(point, ranges);
        return limits === null || (limits.lowerLimit === point.lowerLimit && limits.upperLimit === point.upperLimit) ? point : { ...point, ...limits };
      },
      (changed) => t('points.limitsTaken', { count: changed }),
    );
    if (count === 0) toast(t('points.noLimits'));
  };
  const hasTolerance = (passport.data?.ranges ?? []).some(({ toleranceLower, toleranceUpper }) => toleranceLower !== null || toleranceUpper !== null);
  return (
    <Section title={t('points.title')} description={t('points.count', { count: rows.length, most: maximumPoints })}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
          <Checkbox isSelected={document.adjusted} onChange={setAdjusted}>{t('field.adjusted')}</Checkbox>
          {document.adjusted ? (
            <div className="min-w-60 flex-1">
              <TextField label={t('field.adjustmentNote')} value={document.adjustmentNote ?? ''} maxLength={2000} onChange={(note) => { change({ document: { ...document, adjustmentNote: orNull(note) } }); }} />
            </div>
          ) : null}
        </div>
        <div role="toolbar" aria-label={t('points.tools')} className="flex flex-wrap gap-2">
          <Button size="small" icon={<Plus aria-hidden className="size-4" />} isDisabled={rows.length >= maximumPoints} onPress={() => { if (edits.add(rows.length)) gridRef.current?.goTo(rows.length, 'reference'); }}>{t('points.add')}</Button>
          <Button size="small" icon={<Copy aria-hidden className="size-4" />} isDisabled={looked === undefined || rows.length >= maximumPoints} onPress={() => { edits.duplicate(lookedAt); }}>{t('points.duplicate')}</Button>
          <Button size="small" icon={<Trash2 aria-hidden className="size-4" />} isDisabled={looked === undefined} onPress={() => { edits.remove(lookedAt); }}>{t('points.remove')}</Button>
          <Button size="small" isDisabled={rows.length === 0} onPress={() => { setIsAllOpen(true); }}>{t('points.all')}</Button>
          {hasTolerance ? <Button size="small" icon={<Ruler aria-hidden className="size-4" />} isDisabled={rows.length === 0} onPress={takeLimits}>{t('points.takeLimits')}</Button> : null}
          {document.adjusted && rows.some(({ point }) => point.stage === 'as-found') && !rows.some(({ point }) => point.stage === 'as-left') ? (
            <Button size="small" onPress={edits.addAsLeft}>{t('points.addAsLeft')}</Button>
          ) : null}
        </div>
        <Anchor field="points">
          {rows.length === 0 ? (
            <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">{t('points.none')}</p>
          ) : (
            <PointGrid ref={gridRef} working={working} edits={edits} judge={judge} rule={document.decisionRule} onLook={setLookedAt} />
          )}
        </Anchor>
        {looked === undefined ? null : (
          <section aria-label={t('points.behind', { number: lookedAt + 1 })} className="rounded-lg border border-line bg-surface px-5 py-4">
            <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <h3 className="font-semibold">{t('points.behind', { number: lookedAt + 1 })}</h3>
              <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
                <RadioGroup
                  label={t('points.judged')}
                  isLabelHidden
                  look="segments"
                  options={[{ id: 'error', label: t('points.judgedError') }, { id: 'value', label: t('points.judgedValue') }]}
                  value={looked.point.judged}
                  onChange={(judged) => { edits.putBack(lookedAt, { ...looked.point, judged }); }}
                />
                <Checkbox isSelected={looked.point.fromExternalProvider} onChange={(fromExternalProvider) => { edits.putBack(lookedAt, { ...looked.point, fromExternalProvider }); }}>
                  {t('points.external')}
                </Checkbox>
              </div>
            </div>
            <PointNumbers point={looked.point} decision={judge(looked.point)} rule={document.decisionRule} />
          </section>
        )}
      </div>
      <AllPointsDialog isOpen={isAllOpen} onClose={() => { setIsAllOpen(false); }} edits={edits} />
    </Section>
  );
}
