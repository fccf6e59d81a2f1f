import { BudgetError } from '../errors.ts'
import type { DocumentJson } from '../write/document.ts'
import { INTERRUPTED } from './child.ts'
import { prepareFolder, removeLeftOvers } from './files.ts'
import { jobsOf, NEVER, type WorkerOptions } from './limits.ts'
import { verdictOfError } from './outcome.ts'
import { withPool } from './pool.ts'
import { type DocumentOptions, nothingOf, type Result } from './result.ts'
import { slotsOf } from './slots.ts'
import { fetched, type Source } from './sources.ts'

/** One document of a filter: how it went, and the document itself where there is one. */
export type Answer = { readonly file: string; readonly document: DocumentJson | null } & Omit<Result, 'document'>

/** How a filter works. */
export interface FilterOptions extends WorkerOptions {
  readonly document?: DocumentOptions
  /** Folder for documents that are in no file of their own. */
  readonly spare: string
}

const answerOf = ({ file }: Source, { document, ...result }: Result): Answer => ({
  file,
  ...result,
  document: document ?? null,
})

/**
 * Do sources as they come and hand each result to `answer` as soon as it is there, in the order in which they end; nothing is
 * recorded. For Spark pipe, GNU parallel and the like.
 */
export async function filterDocuments(
  sources: AsyncIterable<Source>,
  options: FilterOptions,
  answer: (answer: Answer) => void,
): Promise<void> {
  const { spare, document = {}, signal = NEVER, stop = NEVER } = options
  prepareFolder(spare)
  removeLeftOvers(spare)
  await withPool(options, async pool => {
    const slots = slotsOf(jobsOf(options))
    for await (const source of sources) {
      if (signal.aborted || stop.aborted || slots.hasFailed()) break
      const bytes = await fetched(source, spare).catch(asProblem)
      if (bytes instanceof BudgetError) {
        answer(answerOf(source, nothingOf(verdictOfError(bytes))))
        continue
      }
      await slots.room()
      slots.begin(async () => {
        const { result } = await pool
          .run({ path: bytes.path, file: source.file, folder: null, options: document })
          .finally(bytes.release)
        if (result.message !== INTERRUPTED) answer(answerOf(source, { ...result, modified: result.modified ?? bytes.modified }))
      })
    }
    await slots.settled()
  })
}

const asProblem = (error: unknown): BudgetError =>
  error instanceof BudgetError ? error : new BudgetError('unreadable', String(error))
