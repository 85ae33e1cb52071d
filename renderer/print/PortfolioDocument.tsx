import { useTranslation } from 'react-i18next';
import { dimensionId } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';
import type { CoverageRow, HeatMapRow, PortfolioOverview, StageFall } from '#shared/contract/portfolio.ts';
import type { Logo, Organisation } from '#shared/contract/settings.ts';
import { isThemeId, themeById } from '#shared/domain/model/index.ts';
import { useFilterWords } from '#renderer/client-filter/use-filter-words.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { HeatTile, ShareTile } from '#renderer/portfolio/HeatTile.tsx';
import { Histogram } from '#renderer/portfolio/Histogram.tsx';
import { ScatterPicture } from '#renderer/portfolio/ScatterPicture.tsx';
import { ShadeLegend } from '#renderer/portfolio/ShadeLegend.tsx';
import { ThemeCoverage } from '#renderer/portfolio/ThemeCoverage.tsx';
import { useQuadrantWords } from '#renderer/portfolio/use-quadrant-words.ts';
import { dayOfInstant } from '#renderer/records/days.ts';
import { Letterhead } from './report/Letterhead.tsx';
import './report.css';
import './portfolio-print.css';
import '#renderer/portfolio/portfolio.css';

/** Everything that the portfolio's pages print, for one filter. */
export interface PortfolioPages {
  readonly filter: ClientFilter;
  readonly overview: PortfolioOverview;
  readonly map: { readonly total: number; readonly rows: readonly HeatMapRow[] };
  readonly falls: { readonly sinceOn: string; readonly comparedCount: number; readonly rows: readonly StageFall[] };
  readonly coverage: { readonly total: number; readonly themeIds: readonly string[]; readonly means: readonly number[]; readonly rows: readonly CoverageRow[] };
  readonly organisation: Organisation | null;
  readonly logo: Logo | null;
  readonly preparedAt: string;
}

/** All views of the portfolio one under the other, on sheets that lie on their side. */
export function PortfolioDocument({ pages }: { readonly pages: PortfolioPages }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const filterWords = useFilterWords(pages.filter);
  const { overview, preparedAt } = pages;
  const facts = [
    { key: 'prepared', label: t('print.preparedOn'), value: format.day(dayOfInstant(preparedAt), 'long') },
    { key: 'read', label: t('print.readOn'), value: format.day(overview.asOfOn, 'long') },
    { key: 'clients', label: t('print.clients'), value: t('spread.scored', { scored: overview.scoredCount, total: overview.clientCount }) },
    { key: 'filter', label: t('print.filter'), value: filterWords.length === 0 ? t('print.filterNone') : format.list(filterWords) },
  ];
  return (
    <article className="report portfolio-report">
      <header className="report-head">
        <Letterhead organisation={pages.organisation} logo={pages.logo} />
        <h1>{t('print.title')}</h1>
        <dl className="report-facts">
          {facts.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </header>
      <Spread overview={overview} />
      <Falls falls={pages.falls} />
      <ValueAndScore overview={overview} />
      <HeatMap map={pages.map} />
      <Coverage coverage={pages.coverage} />
    </article>
  );
}

function Spread({ overview }: { readonly overview: PortfolioOverview }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return (
    <section>
      <h2>{t('spread.distribution')}</h2>
      <div className="portfolio-spread">
        <Histogram bins={overview.distribution} />
        <table>
          <thead>
            <tr>
              <th scope="col">{t('spread.stages')}</th>
              <th scope="col" className="report-number">{t('column.clients')}</th>
            </tr>
          </thead>
          <tbody>
            {overview.stages.map(({ stage, count }) => (
              <tr key={stage ?? 'unplaced'}>
                <th scope="row">{stage === null ? t('common:stage.unplaced') : t(`common:stage.${stage}`)}</th>
                <td className="report-number">{format.integer(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>{t('spread.means')}</th>
            </tr>
          </thead>
          <tbody>
            {(['overall', ...dimensionId.options] as const).map((id) => (
              <tr key={id}>
                <th scope="row">{id === 'overall' ? t('column.overall') : t(`common:dimension.${id}`)}</th>
                <td>
                  <HeatTile score={overview.means[id]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ValueAndScore({ overview: { quadrants } }: { readonly overview: PortfolioOverview }) {
  const { t } = useTranslation('portfolio');
  const { cut, leftOut } = useQuadrantWords(quadrants);
  return (
    <section className="portfolio-whole">
      <h2>{t('view.value')}</h2>
      {quadrants.points.length === 0 ? <p>{t('value.none')}</p> : <ScatterPicture quadrants={quadrants} chosen={null} />}
      <p className="report-quiet">
        {cut} {leftOut}
      </p>
    </section>
  );
}

function Falls({ falls: { sinceOn, comparedCount, rows } }: { readonly falls: PortfolioPages['falls'] }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const score = (value: number | null): string => (value === null ? t('common:notData') : format.fixed(value, 0));
  return (
    <section>
      <h2>{t('view.falls')}</h2>
      <p>{comparedCount === 0 ? t('falls.nothingKept') : t('falls.compared', { fallen: rows.length, count: comparedCount, day: format.day(sinceOn, 'long') })}</p>
      {rows.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('clients:column.client')}</th>
              <th scope="col">{t('falls.stages')}</th>
              <th scope="col" className="report-number">{t('column.overall')}</th>
              <th scope="col">{t('falls.broken')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.clientId}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                </th>
                <td>{t('falls.moved', { before: t(`common:stage.${row.fromStage}`), now: t(`common:stage.${row.toStage}`) })}</td>
                <td className="report-number">{t('falls.moved', { before: score(row.overallBefore), now: score(row.overallNow) })}</td>
                <td>
                  {t(`common:dimension.${row.brokenDimension}`)} ({t('falls.moved', { before: score(row.dimensionBefore), now: score(row.dimensionNow) })})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function HeatMap({ map: { total, rows } }: { readonly map: PortfolioPages['map'] }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return (
    <section className="portfolio-new-page">
      <h2>{t('view.map')}</h2>
      <p>{t('print.rows', { shown: rows.length, total })}</p>
      <ShadeLegend hasWeakest />
      <table className="portfolio-tiles portfolio-map">
        <thead>
          <tr>
            <th scope="col">{t('clients:column.client')}</th>
            <th scope="col">{t('column.overall')}</th>
            {dimensionId.options.map((id) => (
              <th key={id} scope="col">
                {t(`common:dimension.${id}`)}
              </th>
            ))}
            <th scope="col">{t('clients:column.stage')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.clientId}>
              <th scope="row">
                <bdi>{row.name}</bdi> <span className="report-quiet">{row.countryCode === null ? '' : format.country(row.countryCode)}</span>
              </th>
              <td>
                <HeatTile score={row.overall} />
              </td>
              {dimensionId.options.map((id) => (
                <td key={id}>
                  <HeatTile score={row.dimensions[id]} isWeakest={row.weakestDimension === id} />
                </td>
              ))}
              <td>{row.stage === null ? t('common:stage.unplaced') : t(`common:stage.${row.stage}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Coverage({ coverage: { total, themeIds, means, rows } }: { readonly coverage: PortfolioPages['coverage'] }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return (
    <section className="portfolio-new-page">
      <h2>{t('coverage.means')}</h2>
      <ThemeCoverage themeIds={themeIds} means={means} />
      <h2>{t('coverage.clients')}</h2>
      <p>
        {t('print.coverageRows', { shown: rows.length, total })} {t('coverage.clientsHow')}
      </p>
      <table className="portfolio-tiles portfolio-known">
        <thead>
          <tr>
            <th scope="col">{t('clients:column.client')}</th>
            <th scope="col">{t('coverage.known')}</th>
            {themeIds.map((id) => (
              <th key={id} scope="col">
                {isThemeId(id) ? format.integer(themeById(id).number) : id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.clientId}>
              <th scope="row">
                <bdi>{row.name}</bdi>
              </th>
              <td>{format.percent(row.coverage)}</td>
              {themeIds.map((id, index) => (
                <td key={id}>
                  <ShareTile share={row.themes[index] ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
