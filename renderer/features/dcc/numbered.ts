/** A place in a document is what tells its parts apart: they have no name of their own, and never move. */
export const numbered = <T>(parts: readonly T[]): readonly { readonly number: number; readonly part: T }[] => parts.map((part, number) => ({ number, part }));
