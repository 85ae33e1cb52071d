import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { Logo, Organisation } from '#shared/contract/settings.ts';
import { dimensionOfIndicator } from '#shared/domain/model/index.ts';
import { surveyConsentParts, surveyConsentVersion, surveyQuestions, surveyScales, surveyVersion } from '#shared/domain/survey/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { Asker } from '#renderer/survey/asker.ts';
import { Letterhead } from './report/Letterhead.tsx';
import './report.css';
import './survey-print.css';

interface SurveyDocumentProps {
  readonly client: Client;
  readonly contactId: string | null;
  readonly organisation: Organisation | null;
  readonly logo: Logo | null;
  /** null: a sheet that cannot name whom to turn to is not handed out; the page before says so. */
  readonly asker: Asker | null;
}

/** The questionnaire as a sheet: who asks, the consent with its signature, the statements with their boxes, and a corner for the office. */
export function SurveyDocument({ client, contactId, organisation, logo, asker }: SurveyDocumentProps) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  const names = asker ?? { company: organisation?.name ?? '', contact: '' };
  const contact = client.contacts.find(({ id }) => id === contactId) ?? null;
  return (
    <article className="report survey-sheet">
      <header className="report-head">
        <Letterhead organisation={organisation} logo={logo} />
        <p className="report-kind">{t('print.heading')}</p>
        <h1>{t('title', names)}</h1>
        <p className="survey-lead">
          {t('instructions')} {t('duration', { count: surveyQuestions.length })}
        </p>
      </header>
      <section className="survey-consent">
        <h2>{t('print.consent')}</h2>
        {surveyConsentParts.map((part) => (
          <p key={part}>{t(`consent.${part}`, names)}</p>
        ))}
        <p className="survey-agree">
          <span aria-hidden className="survey-box" />
          {t('consent.agree')}
        </p>
        <dl className="survey-lines">
          <Line label={t('respondent.company')}>{client.name}</Line>
          <Line label={t('respondent.name')}>{contact?.name ?? null}</Line>
          <Line label={t('respondent.role')}>{contact?.role ?? null}</Line>
          <Line label={t('print.date')}>{null}</Line>
          <Line label={t('print.signature')} isWide>{null}</Line>
        </dl>
      </section>
      <section className="survey-statements">
        <table>
          <caption>{t('print.howTo')}</caption>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>{t('print.statement')}</th>
              {points('agreement5').map((point) => (
                <th key={point} scope="col" className="survey-point">{t(`scale.agreement5.${point}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {surveyQuestions.map((question, index) => {
              const section = dimensionOfIndicator(question.indicatorId);
              const before = surveyQuestions[index - 1];
              const isFirst = before === undefined || dimensionOfIndicator(before.indicatorId) !== section;
              return (
                <Row key={question.indicatorId} question={question} number={format.integer(index + 1)} section={isFirst ? t(`section.${section}`) : null} />
              );
            })}
          </tbody>
        </table>
      </section>
      <p className="survey-return">{t('print.returnTo', names)}</p>
      <section className="survey-office">
        <h3>{t('print.officeUse', names)}</h3>
        <dl className="survey-lines">
          <Line label={t('print.receivedOn')}>{null}</Line>
          <Line label={t('print.typedInBy')}>{null}</Line>
          <Line label={t('print.typedInOn')}>{null}</Line>
        </dl>
        <p className="report-quiet">
          <Isolate>{`${surveyVersion} · ${surveyConsentVersion}`}</Isolate>
        </p>
      </section>
    </article>
  );
}

const points = (scale: keyof typeof surveyScales): readonly number[] => Array.from({ length: surveyScales[scale].points }, (_, index) => index + 1);

interface RowProps {
  readonly question: (typeof surveyQuestions)[number];
  readonly number: string;
  /** The name of the part that begins here. */
  readonly section: string | null;
}

function Row({ question: { indicatorId, scale }, number, section }: RowProps) {
  const { t } = useTranslation('survey');
  return (
    <>
      {section === null ? null : (
        <tr className="survey-section">
          <th scope="colgroup" colSpan={7}>{section}</th>
        </tr>
      )}
      <tr>
        <td className="survey-number">{number}</td>
        <th scope="row">{t(`question.${indicatorId}`)}</th>
        {scale === 'agreement5' ? (
          points(scale).map((point) => (
            <td key={point} className="survey-point">
              <Box point={point} />
            </td>
          ))
        ) : (
          <td colSpan={5}>
            <ol className="survey-seven">
              {points(scale).map((point) => (
                <li key={point}>
                  <Box point={point} />
                  <span>{t(`scale.${scale}.${point}`)}</span>
                </li>
              ))}
            </ol>
          </td>
        )}
      </tr>
    </>
  );
}

/** A box to mark, with its number, by which it is typed in. */
function Box({ point }: { readonly point: number }) {
  const format = useFormat();
  return <span className="survey-box">{format.integer(point)}</span>;
}

/** What is written by hand, or is known already. */
function Line({ label, isWide = false, children }: { readonly label: string; readonly isWide?: boolean; readonly children: string | null }) {
  return (
    <div className={isWide ? 'survey-wide' : undefined}>
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
