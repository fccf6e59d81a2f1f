import { BudgetError, systemCode } from '../../errors.ts'

/** Load a package that an installation may lack; without it an error that says how to get it. */
export async function optional<T>(what: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    if (systemCode(cause) !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new BudgetError('not-installed', `${what} needs a package that is not installed: npm install ${name}`, { cause })
  }
}
