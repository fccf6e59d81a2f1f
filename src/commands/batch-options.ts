import { DEFAULT_MEMORY, DEFAULT_PAGE_TIMEOUT, DEFAULT_TIMEOUT, type WorkerOptions } from '../batch/limits.ts'
import type { DocumentOptions } from '../batch/result.ts'
import { parseEngine, parseOcr, parsePages } from '../options.ts'
import { type Arguments, type Option, positive } from './command.ts'

/** Options about what of a document is read, and how. */
export const DOCUMENT_OPTIONS = {
  pages: { type: 'string', value: 'LIST', help: 'pages to read, such as 3-5,8' },
  password: { type: 'string', value: 'TEXT', help: 'password of encrypted PDFs; the empty one is always tried' },
  engine: { type: 'string', value: 'NAME', help: 'what reads PDFs: pdfjs (the default) or pdfium (experimental, faster)' },
  ocr: { type: 'string', value: 'ENGINE', help: 'how scans are read: auto (the default), paddle, tesseract or off' },
} as const satisfies Readonly<Record<string, Option>>

/** What `DOCUMENT_OPTIONS` say. */
export function documentOptions({ values }: Pick<Arguments, 'values'>): DocumentOptions {
  const pages = values.get('pages')
  const password = values.get('password')
  const engine = values.get('engine')
  const ocr = values.get('ocr')
  return {
    ...(pages !== undefined && { pages: parsePages(pages) }),
    ...(password !== undefined && { password }),
    ...(engine !== undefined && { engine: parseEngine(engine) }),
    ...(ocr !== undefined && { ocr: parseOcr(ocr) }),
  }
}

/** Options of a command that reads documents in workers. */
export const BATCH_OPTIONS = {
  timeout: { type: 'string', value: 'SECONDS', help: `limit for one document (${DEFAULT_TIMEOUT / 1000})` },
  'page-timeout': { type: 'string', value: 'SECONDS', help: `limit for one page (${DEFAULT_PAGE_TIMEOUT / 1000})` },
  memory: { type: 'string', value: 'MB', help: `limit for one worker (${DEFAULT_MEMORY})` },
  jobs: { type: 'string', short: 'j', value: 'N', help: 'documents at once (one a processor)' },
} as const satisfies Readonly<Record<string, Option>>

/** What `BATCH_OPTIONS` say. */
export function batchOptions({ values }: Pick<Arguments, 'values'>): WorkerOptions {
  const number = (name: string): number | undefined => {
    const text = values.get(name)
    return text === undefined ? undefined : positive(name, text)
  }
  const timeout = number('timeout')
  const pageTimeout = number('page-timeout')
  const memory = number('memory')
  const jobs = number('jobs')
  return {
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    ...(pageTimeout !== undefined && { pageTimeout: pageTimeout * 1000 }),
    ...(memory !== undefined && { memory }),
    ...(jobs !== undefined && { jobs }),
  }
}
