import { columnLetter, largestRecord } from '#shared/domain/importing/index.ts';
import type { Delimiter, FileProblem } from '#shared/domain/importing/index.ts';

/** Why a text cannot be cut into records; `problem` has words for the person, and the row it happened in. */
export class TableError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`The table cannot be read: ${problem.code}`);
    this.name = 'TableError';
    this.problem = problem;
  }
}

interface Cut {
  readonly cells: string[];
  /** Where the next record begins. */
  readonly next: number;
}

/** The next place of one character, found once however often it is asked for: a text without line ends stays linear. */
class NextIndex {
  readonly #needle: string;
  #text = '';
  #at = -1;
  #from = 0;

  constructor(needle: string) {
    this.#needle = needle;
  }

  reset(text: string): void {
    this.#text = text;
    this.#from = 0;
    this.#at = text.indexOf(this.#needle);
  }

  /** At or after `start`; −1 where there is none. `start` may go back, as it does when a cell is looked at twice. */
  from(start: number): number {
    if (start < this.#from || (this.#at >= 0 && this.#at < start)) {
      this.#at = this.#text.indexOf(this.#needle, start);
      this.#from = start;
    }
    return this.#at;
  }
}

/**
 * Cuts a stream of decoded text into records (RFC 4180), as sloppy files need it: line ends of any kind, mixed; a quote
 * inside an unquoted cell is a character (`12" gauge`); a cell that goes on after its closing quote keeps its quotes.
 * Blank lines are records of one empty cell, so that the n-th record is row n of a spreadsheet.
 *
 * Not csv-parse, which reads byte by byte at 16 MB/s and was a third of an import's time; lines without quotes, nearly all
 * of a real file, are cut here by the engine's own `indexOf` and `split`. The tests hold the two against each other.
 */
export class RecordSplitter {
  readonly #delimiter: Delimiter;
  #rest = '';
  /** Records given out so far. */
  #count = 0;
  #text = '';
  readonly #quotes = new NextIndex('"');
  readonly #feeds = new NextIndex('\n');
  readonly #returns = new NextIndex('\r');
  readonly #delimiters: NextIndex;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
    this.#delimiters = new NextIndex(delimiter);
  }

  /**
   * The records that end inside `text`; what remains waits for the next call.
   * @throws TableError `cell-too-large` where a record is larger than `largestRecord` characters.
   */
  push(text: string): string[][] {
    return this.#cutAll(text, false);
  }

  /** The last records. @throws TableError also `quote-not-closed`, with the row in which the quote was opened. */
  end(text = ''): string[][] {
    return this.#cutAll(text, true);
  }

  #cutAll(text: string, isEnd: boolean): string[][] {
    this.#text = this.#rest === '' ? text : this.#rest + text;
    for (const index of [this.#quotes, this.#feeds, this.#returns, this.#delimiters]) index.reset(this.#text);
    const records: string[][] = [];
    let start = 0;
    while (start < this.#text.length) {
      const cut = this.#cutRecord(start, isEnd);
      const length = (cut?.next ?? this.#text.length) - start;
      if (length > largestRecord) {
        throw new TableError({ code: 'cell-too-large', params: { row: this.#count + 1, limit: largestRecord } });
      }
      if (!cut) break;
      records.push(cut.cells);
      this.#count += 1;
      start = cut.next;
    }
    this.#rest = this.#text.slice(start);
    this.#text = '';
    return records;
  }

  #cutRecord(start: number, isEnd: boolean): Cut | null {
    const quote = this.#quotes.from(start);
    const line = this.#lineEnd(start, isEnd);
    if (quote < 0 || (line !== null && quote >= line.at)) {
      if (!line) return null;
      return { cells: this.#text.slice(start, line.at).split(this.#delimiter), next: line.next };
    }
    return this.#cutQuoted(start, isEnd);
  }

  /** A record that holds a quote: cell by cell. */
  #cutQuoted(start: number, isEnd: boolean): Cut | null {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      if (this.#text.startsWith('"', at)) {
        const cell = this.#quotedCell(at, isEnd, cells.length);
        if (!cell) return null;
        if (cell.closed) {
          cells.push(cell.value);
          at = cell.next;
        } else {
          // Text after the closing quote: the quotes were the cell's own.
          const end = this.#plainEnd(cell.next, isEnd);
          if (end === null) return null;
          cells.push(this.#text.slice(at, end));
          at = end;
        }
      } else {
        const end = this.#plainEnd(at, isEnd);
        if (end === null) return null;
        cells.push(this.#text.slice(at, end));
        at = end;
      }
      if (this.#text.startsWith(this.#delimiter, at)) {
        at += 1;
        continue;
      }
      const line = this.#lineEnd(at, isEnd);
      return line && { cells, next: line.next };
    }
  }

  /** `closed`: a delimiter, a line end or the end of the file follows the closing quote at `next − 1`. */
  #quotedCell(open: number, isEnd: boolean, column: number): { readonly value: string; readonly next: number; readonly closed: boolean } | null {
    const text = this.#text;
    let at = open + 1;
    let value = '';
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0) {
        if (isEnd) throw new TableError({ code: 'quote-not-closed', params: { row: this.#count + 1, column: columnLetter(column) } });
        return null;
      }
      value += text.slice(at, close);
      const after = text[close + 1];
      if (after === undefined && !isEnd) return null;
      if (after !== '"') {
        const closed = after === undefined || after === this.#delimiter || after === '\n' || after === '\r';
        return { value, next: close + 1, closed };
      }
      value += '"';
      at = close + 2;
    }
  }

  /** Where an unquoted cell ends: at a delimiter or a line end. */
  #plainEnd(start: number, isEnd: boolean): number | null {
    const delimiter = this.#delimiters.from(start);
    const line = this.#lineEnd(start, isEnd);
    if (delimiter < 0) return line && line.at;
    return line && line.at < delimiter ? line.at : delimiter;
  }

  /** The next line feed, carriage return or pair of both; null where the text ends before it is certain. */
  #lineEnd(start: number, isEnd: boolean): { readonly at: number; readonly next: number } | null {
    const text = this.#text;
    const feed = this.#feeds.from(start);
    const back = this.#returns.from(start);
    if (back >= 0 && (feed < 0 || back < feed)) {
      if (feed === back + 1) return { at: back, next: back + 2 };
      // At the very end of a chunk the line feed of the pair may still come.
      if (back + 1 === text.length && !isEnd) return null;
      return { at: back, next: back + 1 };
    }
    if (feed >= 0) return { at: feed, next: feed + 1 };
    return isEnd ? { at: text.length, next: text.length } : null;
  }
}
