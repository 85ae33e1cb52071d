import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Autocomplete, Dialog, Header, Input, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay, SearchField, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MenuCommand } from '#shared/contract/desktop.ts';
import { placeNames } from '#shared/contract/places.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import { queries } from '#renderer/api.ts';
import { shadeClass } from '#renderer/components/Dialog.tsx';
import { optionClass } from '#renderer/components/field-styles.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { everyClient } from '#renderer/state/client-list-input.ts';
import { runCommand } from '#renderer/state/commands.ts';
import { setInterface, useInterface } from '#renderer/state/interface.ts';
import { keysOf } from './shortcuts.ts';
import { useFoundRecords } from './use-found-records.ts';

const COMMANDS: readonly MenuCommand[] = ['new-client', 'import', ...placeNames, 'settings', 'shortcuts'];
const LIMIT = 6;
const headerClass = 'px-2 pt-2 pb-1 text-xs font-medium text-ink-3';
const close = (): void => {
  setInterface({ isPaletteOpen: false });
};

/** Ctrl/Cmd+K: type a name, code, contact, serial, label, certificate or what you want to do; Enter goes there. */
export function CommandPalette() {
  const { t } = useTranslation('shell');
  const isOpen = useInterface((state) => state.isPaletteOpen);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        setInterface({ isPaletteOpen: open });
      }}
      isDismissable
      className={`${shadeClass} flex items-start justify-center p-4 pt-[8vh]`}
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-lg border border-line bg-raised shadow-float">
        <Dialog aria-label={t('palette.title')} className="flex max-h-[80vh] flex-col outline-none">
          <Finder />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder() {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const found = useQuery(
    queries.clients.list.queryOptions({
      input: { ...everyClient, search, sort: search === '' ? 'lastInteraction' : 'name', descending: search === '', offset: 0, limit: LIMIT },
      placeholderData: (previous) => previous,
    }),
  );
  const clients = found.data?.rows ?? [];
  const records = useFoundRecords(search);
  const isPending = found.isPending || records.isPending;
  const wanted = normaliseForSearch(search);
  const commands = COMMANDS.map((command) => ({ command, words: t(`command.${command}`) })).filter(
    ({ words }) => wanted === '' || normaliseForSearch(words).includes(wanted),
  );
  const instruments = records.instruments.length === 0 ? null : (
    <ListBoxSection id="instruments">
      <Header className={headerClass}>{t('place.instruments')}</Header>
      {records.instruments.map((row) => (
        <ListBoxItem key={row.id} id={`/instruments/${row.id}`} textValue={row.serial} className={optionClass}>
          <Text slot="label" className="flex min-w-0 flex-1 items-center gap-3">
            <Isolate>{row.serial}</Isolate>
            <bdi className="min-w-0 flex-1 truncate text-sm font-normal text-ink-2">{row.name}</bdi>
            <bdi className="max-w-40 truncate text-sm font-normal text-ink-3">{row.clientName}</bdi>
          </Text>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
  return (
    <Autocomplete inputValue={text} onInputChange={setText} filter={() => true}>
      <SearchField autoFocus aria-label={t('palette.title')} className="border-b border-line">
        <Input placeholder={t('palette.placeholder')} className="w-full bg-transparent px-5 py-3.5 text-lg outline-none placeholder:text-ink-3 rtl:placeholder:text-right [&::-webkit-search-cancel-button]:hidden" dir="auto" />
      </SearchField>
      <ListBox
        aria-label={t('palette.results')}
        className="min-h-0 flex-1 overflow-auto p-2 outline-none"
        renderEmptyState={() => <p className="px-3 py-6 text-center text-ink-2">{isPending ? t('common:loading') : t('palette.nothing', { text })}</p>}
        onAction={(key) => {
          close();
          const id = String(key);
          const command = COMMANDS.find((entry) => `command-${entry}` === id);
          if (command) runCommand(command);
          else void navigate(id);
        }}
      >
        {records.isExact ? instruments : null}
        {clients.length === 0 ? null : (
          <ListBoxSection id="clients">
            <Header className={headerClass}>{search === '' ? t('palette.recent') : t('place.clients')}</Header>
            {clients.map((row) => (
              <ListBoxItem key={row.id} id={`/clients/${row.id}`} textValue={row.name} className={optionClass}>
                <Text slot="label" className="flex min-w-0 flex-1 items-center gap-3">
                  <bdi className="min-w-0 flex-1 truncate">{row.name}</bdi>
                  <span className="text-sm font-normal text-ink-3">{row.countryCode === null ? '' : format.country(row.countryCode)}</span>
                </Text>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
        {records.isExact ? null : instruments}
        {records.certificates.length === 0 ? null : (
          <ListBoxSection id="certificates">
            <Header className={headerClass}>{t('palette.certificates')}</Header>
            {records.certificates.map((row) => (
              <ListBoxItem key={row.id} id={`/certificates/${row.id}`} textValue={row.number} className={optionClass}>
                <Text slot="label" className="flex min-w-0 flex-1 items-center gap-3">
                  <Isolate>{row.number}</Isolate>
                  <span className="min-w-0 flex-1 truncate text-sm font-normal text-ink-2">
                    <Isolate>{row.serial}</Isolate> <bdi>{row.instrumentName}</bdi>
                  </span>
                  <span className="text-sm font-normal whitespace-nowrap text-ink-3">{format.day(row.calibratedOn, 'short')}</span>
                </Text>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
        {commands.length === 0 ? null : (
          <ListBoxSection id="commands">
            <Header className={headerClass}>{t('palette.actions')}</Header>
            {commands.map(({ command, words }) => (
              <ListBoxItem key={command} id={`command-${command}`} textValue={words} className={optionClass}>
                <Text slot="label" className="flex flex-1 items-center gap-3">
                  <span className="flex-1">{words}</span>
                  <kbd className="font-sans text-xs text-ink-3">{keysOf(command)}</kbd>
                </Text>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  );
}
