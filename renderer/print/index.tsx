export { ClientReportPreview } from './ClientReportPreview.tsx';
export { ClientReportPrint } from './ClientReportPrint.tsx';
export { PortfolioPrint } from './PortfolioPrint.tsx';
