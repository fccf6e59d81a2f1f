import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { extractDocument, type OnPage } from '../pipeline.ts'
import type { DocumentJson } from '../write/document.ts'
import { readBytes, writeDocument } from './files.ts'
import type { Input } from './inputs.ts'
import { type Outcome, severities, verdictOf, verdictOfError } from './outcome.ts'

/** What a worker needs to know about the run; plain data. */
export interface Job {
  readonly input: Input
  readonly out: string
  readonly pages?: readonly number[]
  readonly password?: string
}

/** The part of an outcome that the worker knows. */
export type Result = Pick<Outcome, 'status' | 'message' | 'pages' | 'tables' | 'findings' | 'sha256'>

/** The result of a document that gave nothing. */
export const nothingOf = (verdict: Pick<Outcome, 'status' | 'message'>, sha256: string | null = null): Result => ({
  ...verdict,
  pages: 0,
  tables: 0,
  findings: { error: 0, warning: 0, info: 0 },
  sha256,
})

const resultOf = (document: DocumentJson): Result => ({
  ...verdictOf(document),
  pages: document.source.pages,
  tables: document.tables.length,
  findings: severities(document.findings),
  sha256: document.source.sha256,
})

/** Read one PDF, write its output folder, and say how it went; whatever is wrong is in the result, nothing is thrown. */
export async function extractOne({ input, out, pages, password }: Job, onPage?: OnPage): Promise<Result> {
  let sha256: string | null = null
  try {
    const bytes = readBytes(input.path)
    sha256 = createHash('sha256').update(bytes).digest('hex')
    const options = { file: input.file, ...(pages && { pages: [...pages] }), ...(password !== undefined && { password }) }
    const document = await extractDocument(bytes, options, onPage)
    writeDocument(join(out, input.name), document)
    return resultOf(document)
  } catch (error) {
    return nothingOf(verdictOfError(error), sha256)
  }
}
