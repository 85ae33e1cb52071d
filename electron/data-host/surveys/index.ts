import { clientExists } from '../clients/index.ts';
import { surveys } from '../db/tables.ts';
import { author, guarded, invalid, missing } from '../procedures.ts';
import { refreshClient } from '../scores/index.ts';
import { readMe } from '../settings/index.ts';
import { dropDraft, isHandedIn, keepDraft, readDraft } from './drafts.ts';
import { belongsTo, findIssues, readSurvey, readSurveys, saveSurvey, withdrawConsent } from './surveys.ts';

const os = guarded.surveys;

export const surveysRouter = os.router({
  submit: os.submit.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      if (!clientExists(tx, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
      // Handed in before, but the answer was lost on its way back: the survey is kept once.
      const known = input.id === null ? undefined : (readSurvey(tx, input.id) ?? readSurvey(tx, input.id, true));
      if (known) {
        if (known.clientId !== input.clientId) throw errors.CONFLICT(missing('survey', known.id));
        return known;
      }
      const issues = findIssues(tx, input, now());
      if (issues.length > 0) throw errors.INVALID(invalid(...issues));
      const id = saveSurvey(tx, input, readMe(tx)?.id ?? null);
      if (input.id !== null) dropDraft(tx, input.clientId);
      refreshClient(tx, input.clientId, now());
      const saved = readSurvey(tx, id);
      if (!saved) throw errors.NOT_FOUND(missing('survey', id));
      return saved;
    }),
  ),
  draft: os.draft.handler(({ context: { store }, input: { clientId }, errors }) => {
    if (!clientExists(store.read, clientId)) throw errors.NOT_FOUND(missing('client', clientId));
    return readDraft(store.read, clientId);
  }),
  keepDraft: os.keepDraft.handler(({ context: { store }, input, errors }) =>
    store.write(author(store), (tx) => {
      if (!clientExists(tx, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
      if (isHandedIn(tx, input.id)) throw errors.CONFLICT(missing('survey', input.id));
      if (!belongsTo(tx, input.contactId, input.clientId)) throw errors.INVALID(invalid({ field: 'contactId', code: 'not-of-client' }));
      keepDraft(tx, input);
      return { id: input.id };
    }),
  ),
  dropDraft: os.dropDraft.handler(async ({ context: { store }, input: { clientId } }) => {
    const dropped = await store.write(author(store), (tx) => dropDraft(tx, clientId));
    if (dropped) await store.foldLog();
    return { dropped };
  }),
  list: os.list.handler(({ context: { store }, input, errors }) => {
    if (!clientExists(store.read, input.clientId)) throw errors.NOT_FOUND(missing('client', input.clientId));
    return readSurveys(store.read, input.clientId);
  }),
  withdraw: os.withdraw.handler(async ({ context: { store, now }, input, errors }) => {
    const survey = await store.write(author(store), (tx) => {
      const known = readSurvey(tx, input.id) ?? readSurvey(tx, input.id, true);
      if (!known) throw errors.NOT_FOUND(missing('survey', input.id));
      if (known.withdrawnAt !== null) return known;
      withdrawConsent(tx, input.id);
      refreshClient(tx, known.clientId, now());
      return readSurvey(tx, input.id) ?? readSurvey(tx, input.id, true) ?? known;
    });
    // Until the log is folded into the file and emptied, the answers could still be read from it.
    await store.foldLog();
    return survey;
  }),
  remove: os.remove.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const survey = readSurvey(tx, input.id);
      if (!survey) throw errors.NOT_FOUND(missing('survey', input.id));
      tx.softDelete(surveys, input.id);
      refreshClient(tx, survey.clientId, now());
      return input;
    }),
  ),
  restore: os.restore.handler(({ context: { store, now }, input, errors }) =>
    store.write(author(store), (tx) => {
      const survey = readSurvey(tx, input.id, true);
      if (!survey) throw errors.NOT_FOUND(missing('survey', input.id));
      tx.restore(surveys, input.id);
      refreshClient(tx, survey.clientId, now());
      return survey;
    }),
  ),
});
