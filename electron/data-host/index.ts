export { DataHost } from './host.ts';
export type { HostOptions } from './host.ts';
export { serveFetch, servePort } from './serve.ts';
export type { FromHost, SpawnOptions, ToHost } from './protocol.ts';
