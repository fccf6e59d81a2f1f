import { DEFAULT_MEMORY, DEFAULT_PAGE_TIMEOUT, DEFAULT_TIMEOUT, type WorkerOptions } from '../batch/limits.ts'
import type { DocumentOptions } from '../batch/outcome.ts'
import { parseEngine, parseOcr, parsePages } from '../options.ts'
import { type Arguments, type Option, positive } from './command.ts'

/** Options about what of a document is read, and how. */
export const DOCUMENT_OPTIONS = {
  pages: { type: 'string', value: 'LIST', help: 'pages to read, such as 3-5,8' },
  password: { type: 'string', value: 'TEXT', help: 'password of encrypted PDFs; the empty one is always tried' },
  engine: { type: 'string', value: 'NAME', help: 'what reads PDFs: pdfjs (the default) or pdfium (experimental, faster)' },
  ocr: { type: 'string', value: 'ENGINE', help: 'how scans are read: auto (the default), paddle, tesseract or off' },
} as const satisfies Readonly<Record<string, Option>>

/** What a user chose under a name; nothing where they chose nothing. */
function chosen<T>({ values }: Pick<Arguments, 'values'>, name: string, take: (text: string) => T): T | undefined {
  const text = values.get(name)
  return text === undefined ? undefined : take(text)
}

/** What `DOCUMENT_OPTIONS` say. */
export const documentOptions = (args: Pick<Arguments, 'values'>): DocumentOptions => ({
  ...chosen(args, 'pages', text => ({ pages: parsePages(text) })),
  ...chosen(args, 'password', password => ({ password })),
  ...chosen(args, 'engine', text => ({ engine: parseEngine(text) })),
  ...chosen(args, 'ocr', text => ({ ocr: parseOcr(text) })),
})

/** Options of a command that reads documents in workers. */
export const BATCH_OPTIONS = {
  timeout: { type: 'string', value: 'SECONDS', help: `limit for one document (${DEFAULT_TIMEOUT / 1000})` },
  'page-timeout': { type: 'string', value: 'SECONDS', help: `limit for one page (${DEFAULT_PAGE_TIMEOUT / 1000})` },
  memory: { type: 'string', value: 'MB', help: `limit for one worker (${DEFAULT_MEMORY})` },
  jobs: { type: 'string', short: 'j', value: 'N', help: 'documents at once (one a processor)' },
} as const satisfies Readonly<Record<string, Option>>

/** What `BATCH_OPTIONS` say. */
export const batchOptions = (args: Pick<Arguments, 'values'>): WorkerOptions => ({
  ...chosen(args, 'timeout', text => ({ timeout: positive('timeout', text) * 1000 })),
  ...chosen(args, 'page-timeout', text => ({ pageTimeout: positive('page-timeout', text) * 1000 })),
  ...chosen(args, 'memory', text => ({ memory: positive('memory', text) })),
  ...chosen(args, 'jobs', text => ({ jobs: positive('jobs', text) })),
})
