import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DccItem } from '#shared/contract/dcc.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { InstrumentFields } from '#renderer/instruments/InstrumentFields.tsx';
import type { TakenDcc } from '#renderer/instruments/dcc-tray.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { InstrumentPicker } from './InstrumentPicker.tsx';
import { instrumentOf } from './match.ts';
import type { Option } from './match.ts';
import { Obstacle } from './Obstacle.tsx';
import { fieldsOf, obstacleOf, useTake } from './use-take.ts';
import { useProposal } from './use-proposal.ts';

interface MatchFormProps {
  readonly fileKey: string;
  readonly uploadId: string;
  readonly item: DccItem;
  /** The instrument on whose page the file was dropped. */
  readonly pageId: string | null;
  readonly onTaken: (taken: TakenDcc, next: string | null) => void;
  readonly onReadAgain: () => void;
}

/** Whose certificate it becomes, decided by a person; then it is taken in. */
export function MatchForm(props: MatchFormProps) {
  const { options, proposed, isSettled } = useProposal(props.item, props.pageId);
  if (!isSettled) return <LoadingBlock lines={3} />;
  return props.item.takenBefore === null ? <Match {...props} options={options} proposed={proposed} /> : <TakePlace {...props} before={props.item.takenBefore} isOwn={proposed.isOwn} />;
}

/** The words of an instrument in one line, whatever scripts it mixes. */
const nameOf = ({ serial, name }: Pick<Option, 'serial' | 'name'>): string => `\u2066${serial}\u2069 · ${isolated(name)}`;

function Match({ fileKey, uploadId, item, options, proposed, onTaken, onReadAgain }: MatchFormProps & Pick<ReturnType<typeof useProposal>, 'options' | 'proposed'>) {
  const { t } = useTranslation(['dcc', 'instruments', 'records']);
  const { language } = usePreferences();
  const draft = useDraft(`dcc-${uploadId}-${item.item}`, proposed);
  const { choice, otherId, serial, fields, isOwn } = draft.value;
  const [isChecked, setIsChecked] = useState(false);
  const take = useTake({
    key: fileKey, item, language,
    onDone: (taken, next) => {
      draft.clear();
      onTaken(taken, next);
    },
  });
  const instrument = instrumentOf(draft.value);
  const wrong = Object.fromEntries(fieldsOf(take.error).map(({ field, code }) => [field, t(field === 'serial' && code === 'taken' ? 'instruments:serials.taken' : 'records:problem.other')]));
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (instrument !== null && !take.isPending) take.mutate({ uploadId, item: item.item, instrument, isOwnLaboratory: isOwn });
      }}
    >
      <RadioGroup
        label={t('match.whose')}
        look="rows"
        value={choice}
        error={isChecked && choice === null ? t('match.choose') : null}
        onChange={(next) => {
          draft.change({ choice: next });
        }}
        options={[
          ...options.map((option) => ({
            id: option.id, label: nameOf(option),
            description: `${option.clientName === null ? t('instruments:ownHands') : isolated(option.clientName)} – ${t(`match.by.${option.match}`)}`,
          })),
          { id: 'other', label: t('match.other') },
          { id: 'new', label: t('match.new'), description: options.length === 0 ? t('match.none') : undefined },
        ]}
      />
      {choice === 'other' ? (
        <InstrumentPicker label={t('match.instrument')} value={otherId} onChange={(id) => { draft.change({ otherId: id }); }} error={isChecked && otherId === null ? t('match.choose') : null} />
      ) : null}
      {choice === 'new' ? (
        <fieldset className="flex flex-col gap-4 rounded-lg border border-line px-4 py-3">
          <legend className="px-1 font-medium">{t('match.newTitle')}</legend>
          <TextField
            label={t('instruments:field.serial')}
            isLatin
            isRequired
            maxLength={100}
            value={serial}
            onChange={(text) => { draft.change({ serial: text }); }}
            error={wrong['serial'] ?? (isChecked && serial.trim() === '' ? t('instruments:serials.needed') : null)}
          />
          <InstrumentFields fields={fields} onChange={(changes) => { draft.change({ fields: { ...fields, ...changes } }); }} problems={wrong} isChecked={isChecked} />
        </fieldset>
      ) : null}
      <Laboratory isOwn={isOwn} onChange={(next) => { draft.change({ isOwn: next }); }} />
      {take.error === null ? null : <Obstacle obstacle={obstacleOf(take.error)} onReadAgain={onReadAgain} />}
      <div>
        <Button type="submit" variant="primary" isPending={take.isPending}>
          {t('match.take')}
        </Button>
        <p className="mt-1.5 text-sm text-ink-3">{t('match.kept')}</p>
      </div>
    </Form>
  );
}

function Laboratory({ isOwn, onChange }: { readonly isOwn: boolean; readonly onChange: (isOwn: boolean) => void }) {
  const { t } = useTranslation('dcc');
  return (
    <RadioGroup
      label={t('match.laboratory')}
      value={isOwn ? 'own' : 'other'}
      onChange={(id) => {
        onChange(id === 'own');
      }}
      options={[{ id: 'other', label: t('match.external') }, { id: 'own', label: t('match.own') }]}
    />
  );
}

/** Another file under the same identifier was taken in: a person says that this one counts from now on. */
function TakePlace({ fileKey, uploadId, item, before, isOwn: isOwnAtFirst, onTaken, onReadAgain }: MatchFormProps & { readonly before: NonNullable<DccItem['takenBefore']>; readonly isOwn: boolean }) {
  const { t } = useTranslation('dcc');
  const former = useQuery(queries.certificates.get.queryOptions({ input: { id: before.certificateId } }));
  const { language } = usePreferences();
  const [isOwn, setIsOwn] = useState<boolean | null>(null);
  const take = useTake({ key: fileKey, item, language, onDone: onTaken });
  if (former.isPending) return <LoadingBlock lines={2} />;
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (former.data && !take.isPending) {
          take.mutate({ uploadId, item: item.item, instrument: { kind: 'known', id: former.data.instrumentId }, isOwnLaboratory: isOwn ?? former.data.isOwnLaboratory, again: true });
        }
      }}
    >
      <p>{former.data ? t('match.replaces', { number: isolated(before.number), serial: isolated(former.data.serial), name: isolated(former.data.instrumentName) }) : t('match.formerGone')}</p>
      <Laboratory isOwn={isOwn ?? former.data?.isOwnLaboratory ?? isOwnAtFirst} onChange={setIsOwn} />
      {take.error === null ? null : <Obstacle obstacle={obstacleOf(take.error)} onReadAgain={onReadAgain} />}
      {former.data ? (
        <div>
          <Button type="submit" variant="primary" isPending={take.isPending}>
            {t('match.replace')}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}
