import { describe, expect, it } from 'vitest';
import { readCountry, readIncoterm, readLanguage, readMode } from '#shared/domain/importing/index.ts';

describe('readCountry', () => {
  it.each([
    ['Congo, DRC', 'CD'],
    ['Congo', 'CG'],
    ['Democratic Republic of the Congo', 'CD'],
    ["Côte d'Ivoire", 'CI'],
    ["Cote D'ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ["CÃ´te d'Ivoire", 'CI'],
    ['Ivory Coast', 'CI'],
    ['Swaziland', 'SZ'],
    ['Eswatini', 'SZ'],
    ['Vietnam', 'VN'],
    ['Viet Nam', 'VN'],
    ['South Sudan', 'SS'],
    ['Burma', 'MM'],
    ['Korea, Republic of', 'KR'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Tanzania, United Republic of', 'TZ'],
    ['TÃ¼rkiye', 'TR'],
    ['UK', 'GB'],
    ['de', 'DE'],
    ['IRN', 'IR'],
    ['🇮🇶', 'IQ'],
    ['ایران', 'IR'],
    ['ايران', 'IR'],
    ['عراق', 'IQ'],
    ['امارات متحده عربی', 'AE'],
    ['آلمان', 'DE'],
    ['المان', 'DE'],
    ['ساحل عاج', 'CI'],
    ['ترکیه', 'TR'],
    ['آفریقای جنوبی', 'ZA'],
    ['Atlantis', null],
    ['Korea', null],
    ['😀', null],
  ])('%s → %s', (cell, code) => {
    expect(readCountry(cell)).toEqual({ code, asGiven: cell });
  });
});

describe('readIncoterm', () => {
  it.each([
    ['EXW', 'EXW', 'current', null],
    ['exw', 'EXW', 'current', null],
    ['FCA Bandar Abbas, Incoterms 2020', 'FCA', 'current', 'Bandar Abbas'],
    ['CIF (Hamburg) Incoterms® 2010', 'CIF', 'current', 'Hamburg'],
    ['DDU', 'DDU', 'retired', null],
    ['DAT', 'DAT', 'retired', null],
    ['N/A - From RDC', null, 'not-stated', null],
    ['N/A', null, 'not-stated', null],
    ['-', null, 'not-stated', null],
    ['C&F', null, 'unknown', null],
    ['FOBX', null, 'unknown', null],
    ['for pickup', null, 'unknown', null],
    ['Name of place', null, 'unknown', null],
  ])('%s', (cell, code, status, place) => {
    expect(readIncoterm(cell)).toEqual({ incoterm: { code, asGiven: cell, status }, place });
  });
});

describe('readMode', () => {
  it.each([
    ['Air', 'air', 'known'],
    ['Air Charter', 'air-charter', 'known'],
    ['Ocean', 'sea', 'known'],
    ['TRUCK', 'road', 'known'],
    ['Sea-freight', 'sea', 'known'],
    ['هوايي', 'air', 'known'],
    ['جاده‌ای', 'road', 'known'],
    ['DHL', 'courier', 'known'],
    ['N/A', null, 'not-stated'],
    ['Camel', null, 'unknown'],
  ])('%s', (cell, code, status) => {
    expect(readMode(cell)).toEqual({ code, asGiven: cell, status });
  });
});

describe('readLanguage', () => {
  it.each([
    ['English', 'en'],
    ['فارسی', 'fa'],
    ['فارسي', 'fa'],
    ['Farsi', 'fa'],
    ['русский', 'ru'],
    ['العربية', 'ar'],
    ['pt_BR', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['FA', 'fa'],
    ['Klingonese', null],
    ['xq', null],
    ['😀', null],
  ])('%s → %s', (cell, tag) => {
    expect(readLanguage(cell)).toBe(tag);
  });
});
