import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowRightLeft, Ban, CalendarCheck, EllipsisVertical, FilePlus2, Pencil, Printer, RotateCcw, Tag, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Passport } from '#shared/contract/instruments.ts';
import { displayLabelCode, labelPayload } from '#shared/domain/calibration/index.ts';
import { api } from '#renderer/api.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Menu } from '#renderer/components/Menu.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { DueDay } from '#renderer/instruments/DueDay.tsx';
import { DueStatePill } from '#renderer/instruments/DueStatePill.tsx';
import { QrCode } from '#renderer/instruments/QrCode.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import { useCommand } from '#renderer/state/commands.ts';
import { toast } from '#renderer/state/toasts.ts';
import { localToday } from '#renderer/state/today.ts';

interface PassportHeaderProps {
  readonly passport: Passport;
  readonly onOpen: (dialog: 'edit' | 'transfer' | 'extend') => void;
}

/** Which instrument, whose, how it stands, and what can be done with it. */
export function PassportHeader({ passport, onOpen }: PassportHeaderProps) {
  const { t } = useTranslation('passport');
  const navigate = useNavigate();
  const client = useQueryClient();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const onError = (error: unknown): void => {
    toast(errorWords(error), null, 'danger');
  };
  const { id, status } = passport;
  const isRetired = status === 'retired';
  const setStatus = useMutation({
    mutationFn: (next: Passport['status']) => api.instruments.update({ id, fields: { status: next } }),
    onSuccess: async (_, next) => {
      await client.invalidateQueries();
      undo(t(`statusSet.${next}`), () => api.instruments.update({ id, fields: { status } }));
    },
    onError,
  });
  const bin = useMutation({
    mutationFn: () => api.instruments.remove({ ids: [id] }),
    onSuccess: async () => {
      await navigate('/instruments');
      await client.invalidateQueries();
      undo(t('binned', { serial: passport.serial }), () => api.instruments.restore({ ids: [id] }));
    },
    onError,
  });
  const book = useMutation({
    mutationFn: () => api.recall.book({ instrumentIds: [id], laboratory: null, bookedOn: localToday(), note: null }),
    onSuccess: async ([order]) => {
      await client.invalidateQueries();
      if (order) undo(t('booked', { number: order.number }), () => api.recall.cancel({ id: order.id, on: localToday(), reason: t('bookedByMistake') }));
    },
    onError,
  });
  const sheet = (): void => void navigate(`/instruments/${id}/sheet`);
  useCommand('print', sheet);
  return (
    <div className="flex flex-wrap items-start gap-5">
      <QrCode payload={labelPayload(passport.labelCode)} label={t('qr', { code: passport.labelCode })} className="size-24 shrink-0 rounded-md border border-line" />
      <div className="flex min-w-0 flex-1 basis-96 flex-col gap-2">
        <PageHeader
          title={passport.serial}
          parent={
            <LinkButton variant="text" to="/instruments">
              {t('toList')}
            </LinkButton>
          }
          description={<bdi>{passport.name}</bdi>}
          actions={
            <>
              <LinkButton to={`/instruments/${id}/certificates/new`} variant="primary" icon={<FilePlus2 aria-hidden className="size-4" />}>
                {t('action.certificate')}
              </LinkButton>
              <LinkButton to={`/instruments/labels?id=${id}`} icon={<Tag aria-hidden className="size-4" />}>
                {t('action.label')}
              </LinkButton>
              <LinkButton to={`/instruments/${id}/sheet`} icon={<Printer aria-hidden className="size-4" />}>
                {t('action.sheet')}
              </LinkButton>
              <Menu
                label={t('action.more')}
                trigger={<IconButton label={t('action.more')} icon={<EllipsisVertical aria-hidden className="size-4.5" />} />}
                groups={[
                  {
                    id: 'work',
                    entries: [
                      { id: 'book', label: t('action.book'), icon: <CalendarCheck aria-hidden className="size-4" />, isDisabled: isRetired, onAction: () => { book.mutate(); } },
                      { id: 'transfer', label: t('action.transfer'), icon: <ArrowRightLeft aria-hidden className="size-4" />, onAction: () => { onOpen('transfer'); } },
                      { id: 'edit', label: t('action.edit'), icon: <Pencil aria-hidden className="size-4" />, onAction: () => { onOpen('edit'); } },
                    ],
                  },
                  {
                    id: 'end',
                    entries: [
                      isRetired
                        ? { id: 'back', label: t('action.inUse'), icon: <RotateCcw aria-hidden className="size-4" />, onAction: () => { setStatus.mutate('in-use'); } }
                        : { id: 'retire', label: t('action.retire'), icon: <Ban aria-hidden className="size-4" />, onAction: () => { setStatus.mutate('retired'); } },
                      { id: 'bin', label: t('action.bin'), icon: <Trash2 aria-hidden className="size-4" />, tone: 'danger', onAction: () => { bin.mutate(); } },
                    ],
                  },
                ]}
              />
            </>
          }
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <DueStatePill state={passport.dueState} />
          {passport.dueOn === null ? null : (
            <span className="flex gap-2 [&>*]:inline">
              <span className="text-ink-3">{t('due')}</span>
              <DueDay dueOn={passport.dueOn} daysToDue={passport.daysToDue} />
            </span>
          )}
          {passport.clientId === null ? (
            <span>{t('instruments:ownHands')}</span>
          ) : (
            <LinkButton variant="text" to={`/clients/${passport.clientId}`}>
              <bdi>{passport.clientName}</bdi>
            </LinkButton>
          )}
          {passport.site === null ? null : <span className="text-ink-2"><bdi>{passport.site}</bdi></span>}
          {passport.isStandard ? <Pill>{t('instruments:standard')}</Pill> : null}
          <span className="text-sm text-ink-3">
            {t('code')} <Isolate>{displayLabelCode(passport.labelCode)}</Isolate>
          </span>
        </div>
      </div>
    </div>
  );
}
