import { BudgetError } from '../errors.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { INTERRUPTED } from './child.ts'
import { prepareFolder, removeLeftOvers } from './files.ts'
import type { Source } from './inputs.ts'
import { jobsOf, NEVER, type WorkerOptions } from './limits.ts'
import { type DocumentOptions, nothingOf, type Result, verdictOfError } from './outcome.ts'
import { withPool } from './pool.ts'
import { slotsOf } from './slots.ts'
import { type Fetched, fetched } from './sources.ts'

/** One document of a filter: how it went, and the document itself where there is one. */
export type Answer = { readonly file: string; readonly document: DocumentJson | null } & Omit<Result, 'document'>

/** How a filter works. */
export interface FilterOptions extends WorkerOptions {
  readonly document?: DocumentOptions
  /** Folder for documents that are in no file of their own. */
  readonly spare: string
  /** Whether each result waits for those of the sources before it; else they come as they end. */
  readonly inOrder?: boolean
}

/** Documents that may be done and wait for one before them: enough to keep all processors at work beside a long scan, few enough to hold in memory. */
const AHEAD = 32

const answerOf = ({ file }: Source, { document, ...result }: Result): Answer => ({
  file,
  ...result,
  document: document ?? null,
})

/**
 * Do sources as they come and hand each result to `answer` as soon as it is there, in the order in which they end or, where it is asked for,
 * were given; nothing is recorded. For Spark pipe, GNU parallel and the like.
 */
export async function filterDocuments(
  sources: AsyncIterable<Source>,
  options: FilterOptions,
  answer: (answer: Answer) => void,
): Promise<void> {
  const { spare, document = {}, inOrder = false, signal = NEVER, stop = NEVER } = options
  prepareFolder(spare)
  removeLeftOvers(spare)
  await withPool(options, async pool => {
    const slots = slotsOf(jobsOf(options), inOrder ? AHEAD : 0)
    const resultOf = async ({ file }: Source, bytes: Fetched | BudgetError): Promise<Result | null> => {
      if (bytes instanceof BudgetError) return nothingOf(verdictOfError(bytes))
      try {
        // What waits to be read is not under way yet: the first signal ends it.
        if (signal.aborted) return null
        const { result } = await pool.run({ path: bytes.path, file, folder: null, options: document })
        return { ...result, modified: result.modified ?? bytes.modified }
      } finally {
        bytes.release()
      }
    }
    let before = Promise.resolve()
    for await (const source of sources) {
      if (signal.aborted || stop.aborted || slots.hasFailed()) break
      const bytes = await fetched(source, spare).catch(asProblem)
      await slots.room()
      const turn = inOrder ? before : null
      const told = async (result: Result | null): Promise<void> => {
        await turn
        if (result && result.message !== INTERRUPTED) answer(answerOf(source, result))
      }
      before = slots.begin(() => resultOf(source, bytes), told)
    }
    await slots.settled()
  })
}

const asProblem = (error: unknown): BudgetError =>
  error instanceof BudgetError ? error : new BudgetError('unreadable', String(error))
