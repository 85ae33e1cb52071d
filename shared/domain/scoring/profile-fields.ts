/**
 * What a representative needs to know before the next contact: where and when (country, time zone), how (language,
 * preferred channel, agreed rhythm), to whom (a named contact with role, email and phone), by whom (owner), as what
 * (segment), and where the client shows itself (website, social networks: the paper's advice is to ask for them).
 */
export const profileFieldKeys = [
  'country', 'timeZone', 'language', 'preferredChannel', 'rhythm', 'contact', 'contactRole', 'email', 'phone', 'owner', 'segment', 'website', 'social',
] as const;

export type ProfileFieldKey = (typeof profileFieldKeys)[number];
