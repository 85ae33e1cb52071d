import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { problemsOf } from '#renderer/records/field-problems.ts';

interface AmendDialogProps {
  readonly certificate: StoredCertificate;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** An issued certificate is not changed but replaced by one with a number of its own (7.8.8). */
export function AmendDialog({ certificate, isOpen, onClose }: AmendDialogProps) {
  const { t } = useTranslation('certificates');
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} title={t('amend.title', { number: certificate.number })}>
      <AmendForm certificate={certificate} onClose={onClose} />
    </FormDialog>
  );
}

const known = new Set(['amendment-under-way', 'replaced', 'not-issued']);

function AmendForm({ certificate, onClose }: Omit<AmendDialogProps, 'isOpen'>) {
  const { t } = useTranslation('certificates');
  const client = useQueryClient();
  const navigate = useNavigate();
  const draft = useDraft<{ reason: string }>(`amend-${certificate.id}`, { reason: '' });
  const { reason } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const amend = useMutation({
    mutationFn: () => api.certificates.amend({ id: certificate.id, reason }),
    onSuccess: async ({ id }) => {
      draft.clear();
      onClose();
      await client.invalidateQueries();
      await navigate(`/certificates/${id}`);
    },
  });
  const [problem] = problemsOf(amend.error);
  return (
    <DialogForm
      draft={draft}
      saveLabel={t('amend.save')}
      isSaving={amend.isPending}
      error={problem === undefined ? amend.error : null}
      onSubmit={() => {
        setIsChecked(true);
        if (reason.trim() !== '') amend.mutate();
      }}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <p>{t('amend.body')}</p>
      <TextArea label={t('field.amendmentReason')} isRequired rows={3} value={reason} maxLength={2000} onChange={(text) => { draft.change({ reason: text }); }} error={isChecked && reason.trim() === '' ? t('problem.needed') : null} />
      {problem === undefined ? null : <Banner tone="danger" isLive>{t(`amendProblem.${known.has(problem.code) ? problem.code : 'other'}`)}</Banner>}
    </DialogForm>
  );
}
