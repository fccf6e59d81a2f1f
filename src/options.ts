import { z } from 'zod'
import { BudgetError } from './errors.ts'

/** What a user may choose about one document. Thresholds are not options. */
export const extractOptionsSchema = z.strictObject({
  /** Name written to `source.file`. */
  file: z.string().default(''),
  /** 1-based page numbers to read; all when left out. */
  pages: z.array(z.int().positive()).min(1).optional(),
  /** User or owner password; the empty one is always tried. */
  password: z.string().optional(),
  /** What reads the pages of a PDF: pdf.js, which is the measure, or PDFium, which is faster. */
  engine: z.enum(['pdfjs', 'pdfium']).default('pdfjs'),
  /** How pages without usable text are read: by the best engine installed, by one of them, or not at all. */
  ocr: z.enum(['auto', 'paddle', 'tesseract', 'off']).default('auto'),
  /** Folder in which recognised pages are kept by the hash of their picture; not kept when left out. */
  ocrCache: z.string().optional(),
  /** Processors that recognition may take; all when left out. A batch shares them among the documents under way. */
  threads: z.int().positive().optional(),
})

export type ExtractOptions = z.input<typeof extractOptionsSchema>

/** Options with defaults filled in; a usage error that names the field when one is wrong. */
export function parseOptions(options: ExtractOptions): z.output<typeof extractOptionsSchema> {
  const result = extractOptionsSchema.safeParse(options)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const name = issue?.path.join('.') || '?'
  const what =
    issue?.code === 'invalid_value'
      ? `one of ${issue.values.join(', ')} is wanted, not ${options[name as keyof ExtractOptions]}`
      : (issue?.message ?? 'wrong')
  throw new BudgetError('usage', `option ${name}: ${what}`, { cause: result.error })
}

/** An OCR engine by its name on the command line; a usage error when there is none of that name. */
export function parseOcr(text: string): NonNullable<ExtractOptions['ocr']> {
  return parseOptions({ ocr: text as NonNullable<ExtractOptions['ocr']> }).ocr
}

/** A page engine by its name on the command line; a usage error when there is none of that name. */
export function parseEngine(text: string): NonNullable<ExtractOptions['engine']> {
  return parseOptions({ engine: text as NonNullable<ExtractOptions['engine']> }).engine
}

/** Longest page list that is accepted; a slip such as 1-99999999 must not fill the memory. */
const MOST_PAGES = 100_000

/** Page numbers of a list such as `3-5,8`, ascending and each once; a usage error when it is no such list. */
export function parsePages(text: string): number[] {
  const pages = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^\s*([1-9]\d*)(?:\s*-\s*([1-9]\d*))?\s*$/.exec(part)
    const from = Number(match?.[1])
    const to = Number(match?.[2] ?? match?.[1])
    if (!match || to < from || to - from >= MOST_PAGES) throw new BudgetError('usage', `not a page list: ${text} (write 3-5,8)`)
    for (let page = from; page <= to; page++) pages.add(page)
  }
  return [...pages].sort((a, b) => a - b)
}
