/** The sample exporter's range: what a maker of hand-held measuring and tightening tools sells, with list prices. */
export interface SampleProduct {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Minor units; the same number in USD and EUR. */
  readonly priceMinor: number;
}

const range = (kind: string, rows: readonly (readonly [code: string, name: string, price: number])[]): SampleProduct[] =>
  rows.map(([code, name, price]) => ({ code, name, kind, priceMinor: price * 100 }));

export const sampleProducts: readonly SampleProduct[] = [
  ...range('Calipers', [
    ['CL-150', 'Vernier caliper 150 mm', 38], ['CL-200', 'Vernier caliper 200 mm', 52], ['CD-150', 'Digital caliper 150 mm, IP67', 119],
    ['CD-300', 'Digital caliper 300 mm, IP67', 214], ['CX-500', 'Heavy-duty caliper 500 mm', 365],
  ]),
  ...range('Micrometers', [
    ['MM-025', 'Outside micrometer 0–25 mm', 74], ['MM-050', 'Outside micrometer 25–50 mm', 88], ['MD-025', 'Digital micrometer 0–25 mm', 176],
    ['MI-030', 'Three-point inside micrometer 20–30 mm', 298],
  ]),
  ...range('Dial gauges', [
    ['DG-010', 'Dial indicator 10 mm, 0.01', 46], ['DT-008', 'Lever-type test indicator 0.8 mm', 92], ['DD-012', 'Digital indicator 12.5 mm', 148],
    ['DS-MAG', 'Magnetic stand with fine adjustment', 39],
  ]),
  ...range('Torque wrenches', [
    ['TW-025', 'Click torque wrench 5–25 N·m', 96], ['TW-100', 'Click torque wrench 20–100 N·m', 118], ['TW-340', 'Click torque wrench 60–340 N·m', 169],
    ['TD-200', 'Digital torque and angle wrench 10–200 N·m', 486],
  ]),
  ...range('Pressure gauges', [
    ['PG-063', 'Pressure gauge 63 mm, class 1.6', 21], ['PG-100', 'Pressure gauge 100 mm, class 1.0', 44], ['PT-160', 'Test gauge 160 mm, class 0.25', 232],
  ]),
  ...range('Gauge blocks', [['GB-047', 'Gauge block set, 47 pieces, grade 1', 540], ['GB-087', 'Gauge block set, 87 pieces, grade 1', 815]]),
];

export const productKinds: readonly string[] = [...new Set(sampleProducts.map(({ kind }) => kind))];
