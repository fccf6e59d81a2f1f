import { canvasBack } from './canvas-later.ts'

export {
  AnnotationMode,
  getDocument,
  ImageKind,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

canvasBack()
