import { describe, expect, it } from 'vitest';
import { likelyLanguage } from '#renderer/records/spoken-language.ts';

const person = (id: string, language: string | null) => ({
  id, clientId: 'C', name: id, role: null, email: null, phone: null, language, isPrimary: false, notes: null, createdAt: '', updatedAt: '',
});
const client = { language: 'de-AT', contacts: [person('ana', 'es'), person('bo', null)] };
const talk = { client, contactId: null, answers: null, earlier: [] };

describe('the language proposed for an interaction', () => {
  it('is the person’s own, else the client’s, without its region', () => {
    expect(likelyLanguage({ ...talk, contactId: 'ana' })).toBe('es');
    expect(likelyLanguage({ ...talk, contactId: 'bo' })).toBe('de');
    expect(likelyLanguage(talk)).toBe('de');
    expect(likelyLanguage({ ...talk, client: { language: null, contacts: [] } })).toBeNull();
  });

  it('is rather the one used last with the same person, or that of the message it answers', () => {
    const earlier = [{ contactId: 'ana', language: null }, { contactId: 'bo', language: 'tr' }, { contactId: 'ana', language: 'en' }, { contactId: 'ana', language: 'es' }];
    expect(likelyLanguage({ ...talk, contactId: 'ana', earlier })).toBe('en');
    expect(likelyLanguage({ ...talk, contactId: 'bo', earlier })).toBe('tr');
    expect(likelyLanguage({ ...talk, earlier })).toBe('de');
    expect(likelyLanguage({ ...talk, contactId: 'ana', earlier, answers: { language: 'fa' } })).toBe('fa');
    expect(likelyLanguage({ ...talk, contactId: 'ana', earlier, answers: { language: null } })).toBe('en');
  });
});
