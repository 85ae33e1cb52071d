import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import type { IssueReadiness } from '#shared/domain/calibration/index.ts';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';
import { useWarningWords } from './Checklist.tsx';
import type { Keeping } from './use-keeping.ts';

interface IssueDialogProps {
  readonly keeping: Keeping;
  readonly readiness: IssueReadiness;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onIssued: (certificate: StoredCertificate) => void;
}

/** From now on it can only be replaced: the day of issue, and a last look at what its reader will notice. */
export function IssueDialog({ isOpen, onClose, ...form }: IssueDialogProps) {
  const { t } = useTranslation('certificates');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('issue.title', { number: form.keeping.working.document.number })}>
      <IssueForm {...form} onClose={onClose} />
    </FormDialog>
  );
}

const noDraft = { isRestored: false, discard: () => undefined };
const codes = new Set(['taken', 'ahead', 'before-calibration', 'replaced', 'issued']);

class NotKeptError extends Error {}

function IssueForm({ keeping, readiness: { missing, warnings }, onClose, onIssued }: Omit<IssueDialogProps, 'isOpen'>) {
  const { t } = useTranslation('certificates');
  const client = useQueryClient();
  const warningWords = useWarningWords();
  const [issuedOn, setIssuedOn] = useState<string | null>(localToday());
  const { document, isOwnLaboratory } = keeping.working;
  const issue = useMutation({
    mutationFn: async (on: string) => {
      const kept = await keeping.keep();
      if (kept === null) throw new NotKeptError();
      return api.certificates.issue({ id: kept.id, issuedOn: on });
    },
    onSuccess: async (certificate) => {
      await client.invalidateQueries();
      toast(t('issue.done', { number: certificate.number }));
      onIssued(certificate);
    },
  });
  const problems = problemsOf(issue.error);
  const [problem] = problems;
  return (
    <DialogForm
      draft={noDraft}
      saveLabel={t('issue.save')}
      isSaving={issue.isPending}
      isSaveDisabled={issuedOn === null}
      error={problem === undefined && !(issue.error instanceof NotKeptError) ? issue.error : null}
      onSubmit={() => {
        if (issuedOn !== null) issue.mutate(issuedOn);
      }}
      onCancel={onClose}
    >
      <p>{t('issue.body')}</p>
      <div className="w-64">
        <DatePicker label={t('field.issuedOn')} value={issuedOn} minValue={document.calibratedToOn === '' ? undefined : document.calibratedToOn} maxValue={localToday()} onChange={setIssuedOn} />
      </div>
      {!isOwnLaboratory && missing.length > 0 ? <Banner tone="info">{t('issue.incomplete', { count: missing.length })}</Banner> : null}
      {warnings.length === 0 ? null : (
        <Banner tone="warn" title={t('check.warnings')}>
          <ul className="list-disc ps-5">{warnings.map((warning, index) => <li key={`${warning.code}-${String(index)}`}>{warningWords(warning)}</li>)}</ul>
        </Banner>
      )}
      {problem === undefined ? null : (
        <Banner tone="danger" isLive>
          {codes.has(problem.code) ? t(`issueProblem.${problem.code}`) : t('issueProblem.incomplete')}
        </Banner>
      )}
      {issue.error instanceof NotKeptError ? <Banner tone="danger" isLive>{t('issueProblem.not-kept')}</Banner> : null}
    </DialogForm>
  );
}
