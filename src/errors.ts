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
