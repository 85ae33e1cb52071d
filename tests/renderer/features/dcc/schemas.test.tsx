import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { openTestHost } from '#tests/data-host/support.ts';
import { renderApp } from '../../support.tsx';
import { fileOf, slow, takeNodeFiles } from './support.ts';

beforeAll(takeNodeFiles);

const schema = (namespace: string, version: string): string => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}" version="${version}"/>`;

async function give(user: UserEvent, section: HTMLElement, files: readonly File[]): Promise<void> {
  const input = section.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is nowhere to choose a file');
  await user.upload(input, [...files]);
}

test('schemas are given several at once, what is none is named, and one that was taken away comes back', async () => {
  const host = openTestHost();
  await host.call.settings.setPreferences({ setUp: true });
  const { user, call } = renderApp('/settings?section=schemas', host);
  const section = await screen.findByRole('region', { name: 'Schemas for digital certificates' }, slow);
  expect(await within(section).findByText(/None given yet/u, undefined, slow)).toBeInTheDocument();
  await give(user, section, [fileOf('<invoice/>', 'invoice.xsd'), fileOf(schema('https://ptb.de/dcc', '3.3.0'), 'dcc.xsd')]);
  expect(await within(section).findByText(/invoice\.xsd.* is no XML schema/u, undefined, slow)).toBeInTheDocument();
  expect(await call.dcc.schemas()).toEqual([]);

  await give(user, section, [fileOf(schema('https://ptb.de/dcc', '3.3.0'), 'dcc.xsd'), fileOf(schema('https://ptb.de/si', '2.2.1'), 'SI_Format.xsd')]);
  expect(await screen.findByText('2 schemas were added.', undefined, slow)).toBeInTheDocument();
  expect(await within(section).findByText('SI_Format.xsd')).toBeInTheDocument();
  expect(within(section).queryByText(/is no XML schema/u)).not.toBeInTheDocument();

  await user.click(within(section).getByRole('button', { name: 'Take dcc.xsd away' }));
  await waitFor(() => { expect(within(section).queryByText('dcc.xsd')).not.toBeInTheDocument(); }, slow);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await within(section).findByText('dcc.xsd', undefined, slow)).toBeInTheDocument();
  expect((await call.dcc.schemas()).map(({ fileName }) => fileName)).toEqual(['dcc.xsd', 'SI_Format.xsd']);
}, 60_000);

test('a removal that is taken back after a newer file came for the same namespace and version counts again, alone', async () => {
  const { call } = openTestHost();
  await call.dcc.addSchemas({ files: [fileOf(schema('https://ptb.de/dcc', '3.3.0'), 'old.xsd')] });
  const [old] = await call.dcc.schemas();
  if (!old) throw new Error('Nothing was added');
  await call.dcc.removeSchemas({ ids: [old.id] });
  await call.dcc.addSchemas({ files: [fileOf(`${schema('https://ptb.de/dcc', '3.3.0')}<!-- newer -->`, 'new.xsd')] });
  await call.dcc.restoreSchemas({ ids: [old.id] });
  expect((await call.dcc.schemas()).map(({ fileName }) => fileName)).toEqual(['old.xsd']);
  await expect(call.dcc.restoreSchemas({ ids: [old.id] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
