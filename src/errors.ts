/**
 * What went wrong, when the caller, the file or the machine is at fault. A document that can be read but is odd
 * gives findings instead.
 */
export type ErrorCode =
  | 'encrypted'
  | 'corrupt'
  | 'empty'
  | 'not-a-pdf'
  | 'no-pages'
  | 'no-such-page'
  | 'no-such-file'
  | 'unreadable'
  | 'unwritable'
  | 'not-installed'
  | 'interrupted'
  | 'queue'
  | 'not-allowed'
  | 'usage'

/** The one error this package throws on purpose; `message` is one line that a user can act on. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options)
    this.code = code
  }
}

/** Load packages that an installation may lack, or whose native code may not run on this machine; without them an error that says how to get them. */
export const optional = <T>(what: string, names: string, load: () => Promise<T>): Promise<T> =>
  load().catch((cause: unknown) => {
    const lack = systemCode(cause) === 'ERR_MODULE_NOT_FOUND' ? 'is not installed' : `does not load (${reasonOf(cause)})`
    throw new BudgetError('not-installed', `${what} needs a package that ${lack}: npm install ${names}`, { cause })
  })

/** What some work gives, or something else where the package that it needs is not installed. */
export const ifInstalled = <T, U>(work: Promise<T>, otherwise: U): Promise<T | U> =>
  work.catch((error: unknown) => {
    if (error instanceof BudgetError && error.code === 'not-installed') return otherwise
    throw error
  })

/** Messages of errors can hold whole objects of a file, or the whole value that was wrong. */
const LONGEST_REASON = 200

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What an error says, on one line that a finding can quote. */
export const reasonOf = (error: unknown): string => messageOf(error).replaceAll(/\s+/g, ' ').slice(0, LONGEST_REASON)

/** The short reason in an error of the system, such as `EACCES`; null for another error. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null
