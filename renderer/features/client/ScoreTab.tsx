import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { numberToIsoDay } from '#shared/domain/calendar/index.ts';
import { queries } from '#renderer/api.ts';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { RadarChart } from '#renderer/components/RadarChart.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { radarAxes } from '#renderer/rating/radar-axes.ts';
import { isolated } from '#renderer/records/isolate.ts';

/** The five dimensions at a glance; the way each came about is on the score page. */
export function ScoreTab({ clientId, clientName, explanation }: { readonly clientId: string; readonly clientName: string; readonly explanation: ScoreExplanation | undefined }) {
  const { t } = useTranslation('client');
  const names = useModelNames();
  const format = useFormat();
  if (!explanation) return <LoadingBlock lines={8} />;
  const { score, portfolioCount } = explanation;
  return (
    <div className="flex flex-col gap-8">
      <div className="grid items-center gap-8 lg:grid-cols-2">
        <RadarChart title={t('score.title')} axes={radarAxes(explanation, names)} valueName={isolated(clientName)} referenceName={t('score.portfolio', { count: portfolioCount })} hasTable={false} />
        <div className="flex flex-col gap-4">
          <table className="w-full border-collapse">
            <thead className="text-sm text-ink-3">
              <tr>
                <th scope="col" className="pb-1 text-start font-normal">{t('score.dimension')}</th>
                <th scope="col" className="w-1/2 pb-1 text-start font-normal">{t('score.value')}</th>
              </tr>
            </thead>
            <tbody>
              {score.dimensions.map(({ dimensionId, value, coverage }) => (
                <tr key={dimensionId} className="border-t border-line">
                  <th scope="row" className="py-2 pe-3 text-start font-medium">
                    <Link to={`/clients/${clientId}/score?dimension=${dimensionId}`} className="underline decoration-dotted underline-offset-4 hover:text-accent">
                      {names.dimension(dimensionId)}
                    </Link>
                  </th>
                  <td className="py-2">
                    <ScoreBar score={value?.score ?? null} lower={value?.lower ?? null} upper={value?.upper ?? null} coverage={coverage} label={names.dimension(dimensionId)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="flex flex-wrap items-center gap-3">
            <LinkButton to={`/clients/${clientId}/score`} variant="primary">
              {t('score.more')}
            </LinkButton>
            <span className="text-sm text-ink-3">{t('score.readOn', { day: format.day(numberToIsoDay(score.basis.asOfDay)) })}</span>
          </div>
        </div>
      </div>
      <Snapshots clientId={clientId} />
    </div>
  );
}

/** What the score was on earlier days. */
function Snapshots({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { data } = useQuery(queries.scores.snapshots.queryOptions({ input: { clientId } }));
  if (!data) return null;
  return (
    <Section title={t('score.over')} level={3}>
      {data.length < 2 ? (
        <p className="text-ink-2">{t('score.overEmpty')}</p>
      ) : (
        <ul className="flex max-w-2xl flex-col gap-2">
          {data
            .toSorted((a, b) => b.takenOn.localeCompare(a.takenOn))
            .map((snapshot) => (
              <li key={`${snapshot.takenOn}-${snapshot.asOfOn}`} className="grid grid-cols-[9rem_minmax(0,1fr)] items-center gap-3">
                <span className="text-sm text-ink-2">{format.day(snapshot.takenOn)}</span>
                <ScoreBar score={snapshot.overall} lower={null} upper={null} coverage={snapshot.coverage} />
              </li>
            ))}
        </ul>
      )}
    </Section>
  );
}
