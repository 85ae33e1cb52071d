import { foldWords } from '#shared/domain/importing/index.ts';

/**
 * Finds what goes by a code or, where it has none, by a name (however spelt): companies and products. Two different codes
 * are two different things, even under one name. The first one added stands.
 */
export class CodeNameIndex<T> {
  readonly #byCode = new Map<string, T>();
  readonly #byName = new Map<string, T>();
  readonly #byNameWithoutCode = new Map<string, T>();
  readonly #folded = new Map<string, string>();

  find(code: string | null, name: string | null): T | undefined {
    if (code === null) return name === null ? undefined : this.#byName.get(this.#fold(name));
    return this.#byCode.get(code) ?? (name === null ? undefined : this.#byNameWithoutCode.get(this.#fold(name)));
  }

  add(item: T, code: string | null, name: string | null): void {
    if (code !== null && !this.#byCode.has(code)) this.#byCode.set(code, item);
    if (name === null) return;
    const folded = this.#fold(name);
    if (!this.#byName.has(folded)) this.#byName.set(folded, item);
    if (code !== null) {
      // What was known by its name alone has a code from now on.
      if (this.#byNameWithoutCode.get(folded) === item) this.#byNameWithoutCode.delete(folded);
    } else if (!this.#byNameWithoutCode.has(folded)) this.#byNameWithoutCode.set(folded, item);
  }

  #fold(name: string): string {
    let folded = this.#folded.get(name);
    if (folded === undefined) {
      folded = foldWords(name);
      this.#folded.set(name, folded);
    }
    return folded;
  }
}
