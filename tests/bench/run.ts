import { benchImport } from './import.ts';
import { benchInstruments } from './instruments.ts';
import { benchList } from './list.ts';
import { median } from './measure.ts';
import type { Comparison } from './measure.ts';
import { benchRescoring } from './rescoring.ts';
import { benchStart } from './start.ts';

/** `npm run bench [-- list import instruments rescoring start]`: ratios measured in one run, each pair by pair. No time is a limit here. */
const benches: Readonly<Record<string, () => Promise<readonly Comparison[]>>> = {
  list: benchList,
  import: async () => {
    const runs = [];
    for (let run = 0; run < 3; run += 1) runs.push(await benchImport());
    const { rowsInFile, rowsWritten } = runs[0] ?? { rowsInFile: 0, rowsWritten: 0 };
    return [
      {
        name: `import: ${rowsInFile} delivery rows`, aim: 3, ratio: median(runs.map(({ ratio }) => ratio)), ratios: runs.map(({ ratio }) => ratio),
        medianMs: median(runs.map(({ importMs }) => importMs)), baselineMs: median(runs.map(({ bareMs }) => bareMs)),
        note: `reading, checking, matching and writing with audit, against bare prepared inserts of the same ${rowsWritten} rows`,
      },
    ];
  },
  instruments: () => benchInstruments(),
  rescoring: () => benchRescoring(),
  start: benchStart,
};

const asked = process.argv.slice(2);
for (const name of asked) if (!(name in benches)) throw new Error(`No bench is called ${name}: ${Object.keys(benches).join(', ')}`);

for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`${name} …`);
  for (const result of await bench()) {
    const spread = result.ratios.map((ratio) => ratio.toPrecision(3)).join(' ');
    console.log(`  ${result.name}`);
    console.log(`    ratio ${result.ratio.toPrecision(3)} (aim ≤ ${result.aim}); medians ${result.medianMs.toFixed(1)} ms / ${result.baselineMs.toFixed(1)} ms; pairs ${spread}`);
    console.log(`    ${result.note}`);
  }
}
