import './strict-csp.ts';

// Everything else comes only now: bundlers put what modules share into chunks that run before their importer's first line.
void import('./start.tsx');
