import { author, guarded } from '../procedures.ts';
import { logoBytes, readLogo, readOrganisation, writeLogo, writeOrganisation } from './organisation.ts';
import { becomeMe, readMe, readStaff } from './people.ts';
import { readPreferences, writePreferences } from './preferences.ts';

export { readLogo, readOrganisation, writeOrganisation } from './organisation.ts';
export { readMe } from './people.ts';
export { localDayOf, readPreferences, readingDay, writePreferences } from './preferences.ts';

const os = guarded.settings;

export const settingsRouter = os.router({
  get: os.get.handler(({ context: { store, files } }) => ({
    preferences: readPreferences(store.read),
    organisation: readOrganisation(store.read),
    me: readMe(store.read),
    logo: readLogo(store.read, files),
  })),
  setPreferences: os.setPreferences.handler(({ context: { store }, input }) =>
    store.write(author(store), (tx) => {
      writePreferences(tx, input);
      return readPreferences(tx);
    }),
  ),
  setOrganisation: os.setOrganisation.handler(({ context: { store }, input }) =>
    store.write(author(store), (tx) => {
      writeOrganisation(tx, input);
      return input;
    }),
  ),
  setLogo: os.setLogo.handler(async ({ context: { store, files }, input, errors }) => {
    const refused = (code: string) => errors.INVALID({ data: { issues: [{ field: 'logo', code }] } });
    const read = input === null ? null : logoBytes(input);
    if (read !== null && 'problem' in read) throw refused(read.problem);
    const picture = input === null || read === null ? null : { sha256: files.put(read.bytes), mediaType: input.mediaType };
    const written = await store.write(author(store), (tx) => writeLogo(tx, picture));
    if (!written && picture !== null) throw refused('organisation-first');
    return { hasLogo: picture !== null };
  }),
  setMe: os.setMe.handler(({ context: { store }, input }) => store.write(author(store), (tx) => becomeMe(tx, input.name))),
  staff: os.staff.handler(({ context: { store } }) => readStaff(store.read)),
});
