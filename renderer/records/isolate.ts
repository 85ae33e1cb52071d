/** A name inside other words keeps its own direction (Unicode first-strong isolate): "151-NG-T30" is not turned round in Persian. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
