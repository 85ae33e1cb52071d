import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { surveyQuestions, surveyScales } from '#shared/domain/survey/index.ts';
import { inputClass } from '#renderer/components/field-styles.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { answerOfKey } from '#renderer/survey/typed-digits.ts';
import { withAnswer } from './stand/answers.ts';
import type { Answers } from './stand/answers.ts';

interface EntryGridProps {
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  /** After the last line. */
  readonly onEnd: () => void;
}

/** One digit a line, and the next line waits: a sheet is typed in as fast as it is read. */
export function EntryGrid({ answers, onChange, onEnd }: EntryGridProps) {
  const { t } = useTranslation('surveyScreen');
  const format = useFormat();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  /** The line at which a digit was typed that its scale does not have. */
  const [off, setOff] = useState<number | null>(null);
  useEffect(() => {
    fields.current[0]?.focus();
  }, []);
  const go = (line: number): void => {
    const field = fields.current[line];
    if (field) field.focus();
    else if (line >= surveyQuestions.length) onEnd();
  };
  const set = (line: number, answer: number | null): void => {
    const question = surveyQuestions[line];
    if (question === undefined) return;
    setOff(null);
    onChange(withAnswer(answers, question.indicatorId, answer));
  };
  /** A character, from a key or from a keyboard on the screen. */
  const put = (line: number, character: string): void => {
    const question = surveyQuestions[line];
    if (question === undefined) return;
    const point = character === ' ' ? 0 : answerOfKey(character, surveyScales[question.scale].points);
    if (point === null) {
      setOff(line);
      return;
    }
    set(line, point === 0 ? null : point);
    go(line + 1);
  };
  const onKey = (line: number, event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Backspace' || event.key === 'Delete') set(line, null);
    else if (event.key === 'Enter' || event.key === 'ArrowDown') go(line + 1);
    else if (event.key === 'ArrowUp') go(line - 1);
    else if (event.key.length === 1) put(line, event.key);
    else return;
    event.preventDefault();
  };
  return (
    <table className="w-full border-collapse">
      <thead className="border-b border-line text-sm text-ink-3">
        <tr>
          <th scope="col" className="w-10 pb-1 text-start font-normal">
            <span className="sr-only">{t('entry.line')}</span>
          </th>
          <th scope="col" className="pe-4 pb-1 text-start font-normal">{t('entry.statement')}</th>
          <th scope="col" className="w-16 pb-1 text-start font-normal">{t('entry.mark')}</th>
          <th scope="col" className="w-52 ps-3 pb-1 text-start font-normal">{t('entry.means')}</th>
        </tr>
      </thead>
      <tbody>
        {surveyQuestions.map(({ indicatorId, scale }, line) => {
          const answer = answers[indicatorId] ?? null;
          const isOff = off === line;
          const meaningId = `means-${indicatorId}`;
          return (
            <tr key={indicatorId} className="border-b border-line/70 focus-within:bg-accent-soft">
              <td className="py-1 text-ink-3">{format.integer(line + 1)}</td>
              <th scope="row" id={`line-${indicatorId}`} className="py-1 pe-4 text-start font-normal">
                {t(`survey:question.${indicatorId}`)}
              </th>
              <td className="py-1">
                <input
                  ref={(field) => {
                    fields.current[line] = field;
                  }}
                  value={answer === null ? '' : format.integer(answer)}
                  onChange={(event) => {
                    put(line, event.currentTarget.value.at(-1) ?? ' ');
                  }}
                  onKeyDown={(event) => {
                    onKey(line, event);
                  }}
                  onFocus={(event) => {
                    event.currentTarget.select();
                  }}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-labelledby={`line-${indicatorId}`}
                  aria-describedby={meaningId}
                  aria-invalid={isOff}
                  className={clsx(inputClass, 'w-12 text-center font-semibold', isOff && 'border-danger')}
                />
              </td>
              <td id={meaningId} className={clsx('py-1 ps-3 text-sm', isOff ? 'text-danger' : answer === null ? 'text-ink-3' : 'text-ink-2')}>
                {isOff ? t('entry.offScale', { points: surveyScales[scale].points }) : answer === null ? t('entry.left') : t(`survey:scale.${scale}.${answer}`)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
