import { api } from '#renderer/api.ts';

/** Under names that React's rules do not take for hooks. */
export const { useEqual: askForEqual, useVersion: askForVersion } = api.weights;
