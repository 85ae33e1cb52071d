export { ClientReportPreview } from './ClientReportPreview.tsx';
export { ClientReportPrint } from './ClientReportPrint.tsx';
export { PortfolioPrint } from './PortfolioPrint.tsx';
export { SurveyPrint } from './SurveyPrint.tsx';
export { LabelsPreview } from './labels/LabelsPreview.tsx';
export { LabelsPrint } from './labels/LabelsPrint.tsx';
export { LettersPreview } from './letters/LettersPreview.tsx';
export { LettersPrint } from './letters/LettersPrint.tsx';
