import { Bookmark, BookmarkPlus, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostSavedViews } from '#shared/contract/settings.ts';
import type { SavedView } from '#shared/contract/settings.ts';
import { api } from '#renderer/api.ts';
import { changeList } from '#renderer/client-filter/list-input.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { DialogForm, FormDialog } from '#renderer/components/FormDialog.tsx';
import { Menu } from '#renderer/components/Menu.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useUndo } from '#renderer/records/use-undo.ts';
import type { ClientListInput } from '#renderer/state/client-list-input.ts';
import { usePreferences, useSetPreferences } from '#renderer/state/preferences.ts';
import { toast } from '#renderer/state/toasts.ts';

const haveSame = <T,>(one: readonly T[], other: readonly T[]): boolean => one.length === other.length && one.every((item) => other.includes(item));

/** Whether both ask the same; in which order something was ticked makes no difference. */
const isSame = (one: ClientListInput, other: ClientListInput): boolean =>
  one.search.trim() === other.search.trim() && one.sort === other.sort && one.descending === other.descending && one.openLate === other.openLate &&
  haveSame(one.countryCodes, other.countryCodes) && haveSame(one.segments, other.segments) && haveSame(one.stages, other.stages) && haveSame(one.weakest, other.weakest);

/** Questions that are asked often: kept under a name, asked again with two presses, taken away with an undo. */
export function SavedViews({ input }: { readonly input: ClientListInput }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const undo = useUndo();
  const errorWords = useErrorWords();
  const { savedViews } = usePreferences();
  const set = useSetPreferences();
  const [isNaming, setIsNaming] = useState(false);
  const close = () => {
    setIsNaming(false);
  };
  const inOrder = savedViews.toSorted((a, b) => format.compare(a.name, b.name));
  const current = inOrder.find(({ list }) => isSame(list, input));
  const remove = (view: SavedView) => {
    set.mutate(
      { savedViews: savedViews.filter(({ name }) => name !== view.name) },
      {
        onSuccess: () => {
          undo(t('views.removed', { name: view.name }), () => api.settings.setPreferences({ savedViews }));
        },
        onError: (error) => {
          toast(errorWords(error), null, 'danger');
        },
      },
    );
  };
  return (
    <>
      <Menu
        label={t('views.label')}
        trigger={
          <Button icon={<Bookmark aria-hidden className="size-4" />}>
            <bdi className="max-w-40 truncate">{current?.name ?? t('views.label')}</bdi>
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
        groups={[
          ...(inOrder.length === 0
            ? []
            : [
                {
                  id: 'views',
                  title: t('views.choose'),
                  entries: inOrder.map(({ name, list }) => ({
                    id: `view-${name}`,
                    label: name,
                    onAction: () => {
                      changeList(list);
                    },
                  })),
                },
              ]),
          {
            id: 'change',
            entries: [
              {
                id: 'save', label: t('views.save'), icon: <BookmarkPlus aria-hidden className="size-4" />, isDisabled: savedViews.length >= mostSavedViews,
                onAction: () => {
                  setIsNaming(true);
                },
              },
              ...(current === undefined
                ? []
                : [
                    {
                      id: 'remove',
                      label: t('views.remove', { name: current.name }),
                      onAction: () => {
                        remove(current);
                      },
                    },
                  ]),
            ],
          },
        ]}
      />
      <FormDialog isOpen={isNaming} onClose={close} size="small" title={t('views.saveTitle')}>
        <NameForm input={input} onClose={close} />
      </FormDialog>
    </>
  );
}

function NameForm({ input, onClose }: { readonly input: ClientListInput; readonly onClose: () => void }) {
  const { t } = useTranslation('clients');
  const undo = useUndo();
  const { savedViews } = usePreferences();
  const set = useSetPreferences();
  const [isChecked, setIsChecked] = useState(false);
  const draft = useDraft('saved-view', { name: '' });
  const name = draft.value.name.trim();
  const isKnown = savedViews.some((view) => view.name === name);
  const submit = () => {
    setIsChecked(true);
    if (name === '') return;
    const { search, countryCodes, segments, stages, weakest, openLate, sort, descending } = input;
    const view: SavedView = {
      name, list: { search, countryCodes: [...countryCodes], segments: [...segments], stages: [...stages], weakest: [...weakest], openLate, sort, descending },
    };
    set.mutate(
      { savedViews: [...savedViews.filter((other) => other.name !== name), view] },
      {
        onSuccess: () => {
          draft.clear();
          onClose();
          undo(t('views.saved', { name }), () => api.settings.setPreferences({ savedViews }));
        },
      },
    );
  };
  return (
    <DialogForm draft={draft} saveLabel={t('views.keep')} isSaving={set.isPending} error={set.error} onSubmit={submit} onCancel={onClose}>
      <TextField
        label={t('views.name')}
        description={isKnown ? t('views.replaces') : t('views.hint')}
        isRequired
        maxLength={80}
        value={draft.value.name}
        onChange={(text) => {
          draft.change({ name: text });
        }}
        error={isChecked && name === '' ? t('views.needsName') : null}
      />
    </DialogForm>
  );
}
