import type { Words } from '../../finding.ts'

/** Keys of columns of funds. */
export const FUNDS: readonly string[] = ['gpb', 'fund', 'soe']
/** Keys of columns of incomes. */
export const INCOME: readonly string[] = [
  ...['business', 'operatingIncome', 'superior', 'affiliated', 'otherLevels', 'other', 'carry', 'special', 'fiscal'],
  ...FUNDS,
]

/** A standard table: what it is called, and what its columns are. */
export interface CatalogEntry {
  readonly id: string
  /** The name used in national rules, and the one in the English output. */
  readonly title: Words
  /** Other printed titles that do not speak of the same topics (see title-words.ts). */
  readonly aliases?: readonly string[]
  /** How titles end that carry a name of their own in front: `某某项目绩效目标表`. */
  readonly endings?: readonly string[]
  /** Printed numbers of each family; a hint only. */
  readonly numbers: readonly string[]
  readonly account: 'budget' | 'final-accounts'
  /** A table of a government's whole budget, of its own level (本级), of all levels (全县), or of either; left out for a department's. */
  readonly government?: 'own' | 'whole' | 'any'
  /** Whether a budget prints it of the year before: debt at its end. */
  readonly isOfYearBefore?: true
  /** Column keys, of which `needs` must be there and `expects` speak for the table. */
  readonly needs: readonly string[]
  readonly expects: readonly string[]
  /** Whether its columns are subjects of the economic list, which have no keys. */
  readonly columns?: 'subjects'
  /** How its rows stand, a tree of subjects where none is said; a list has levels that nothing in it tells apart, so its sums prove only where they hold. */
  readonly form: 'ledger' | 'tree' | 'list' | 'row' | 'performance' | 'form'
}

/** What an entry need not say: it is without any, and a tree. */
type MayLack = 'numbers' | 'needs' | 'expects' | 'form'

/** The standard tables of an account. */
export const entriesOf = (
  account: CatalogEntry['account'],
  entries: readonly (Omit<CatalogEntry, 'account' | MayLack> & Partial<Pick<CatalogEntry, MayLack>>)[],
): CatalogEntry[] => entries.map(entry => ({ account, numbers: [], needs: [], expects: [], form: 'tree', ...entry }))
