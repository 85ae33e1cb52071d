import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const folder = path.resolve(import.meta.dirname, '../../../shared/i18n/locales');
type Texts = { readonly [key: string]: string | Texts };
const texts: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), texts])));

/** `namespace:a.b.c` → text, of one language. */
export function catalogueOf(language: string): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  const enter = (prefix: string, part: Texts): void => {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'string') flat.set(`${prefix}${key}`, value);
      else enter(`${prefix}${key}.`, value);
    }
  };
  for (const file of readdirSync(path.join(folder, language))) {
    enter(`${path.basename(file, '.json')}:`, texts.parse(JSON.parse(readFileSync(path.join(folder, language, file), 'utf8'))));
  }
  return flat;
}
