import type { ContractRouterClient } from '@orpc/contract';
import { certificates } from './certificates.ts';
import { clients } from './clients.ts';
import { dcc } from './dcc.ts';
import { imports } from './imports.ts';
import { instruments } from './instruments.ts';
import { interactions, tasks } from './interactions.ts';
import { orders } from './orders.ts';
import { playbook } from './playbook.ts';
import { portfolio } from './portfolio.ts';
import { recall } from './recall.ts';
import { relationship } from './relationship.ts';
import { reports } from './reports.ts';
import { sample } from './sample.ts';
import { scores } from './scores.ts';
import { settings } from './settings.ts';
import { surveys } from './surveys.ts';
import { system } from './system.ts';
import { weights } from './weights.ts';

/** All that the window can ask of the data host, and nothing else: the same over a MessagePort and over HTTP. */
export const contract = {
  system, settings, clients, interactions, tasks, orders, scores, imports, sample, reports,
  relationship, weights, surveys, playbook, portfolio, instruments, certificates, dcc, recall,
};
export type Contract = typeof contract;
export type ContractClient = ContractRouterClient<Contract>;
