import { useTranslation } from 'react-i18next';
import type { Survey } from '#shared/contract/surveys.ts';
import { surveyQuestions } from '#shared/domain/survey/index.ts';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

/** What the client said, in the reader's own language. */
export function AnswersDialog({ survey, onClose }: { readonly survey: Survey | null; readonly onClose: () => void }) {
  const { t } = useTranslation('surveyScreen');
  const format = useFormat();
  const given = new Map(survey?.answers.map(({ indicatorId, answer }) => [indicatorId, answer]));
  return (
    <Dialog
      size="large"
      isOpen={survey !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={survey === null ? '' : t('answers.title', { day: format.day(survey.answeredOn) })}
    >
      <table className="w-full border-collapse">
        <thead className="border-b border-line text-sm text-ink-3">
          <tr>
            <th scope="col" className="pe-4 pb-1 text-start font-normal">{t('answers.statement')}</th>
            <th scope="col" className="pb-1 text-start font-normal">{t('answers.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {surveyQuestions.map(({ indicatorId, scale }) => {
            const answer = given.get(indicatorId);
            return (
              <tr key={indicatorId} className="border-b border-line/70">
                <th scope="row" className="py-1.5 pe-4 text-start align-top font-normal">{t(`survey:question.${indicatorId}`)}</th>
                <td className="py-1.5 align-top">
                  {answer === undefined ? (
                    <span className="text-ink-3">{t('answers.left')}</span>
                  ) : (
                    <>
                      <span className="font-semibold">{format.integer(answer)}</span> {t(`survey:scale.${scale}.${answer}`)}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}
