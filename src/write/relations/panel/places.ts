/** Whose money a figure counts: all of a department's, what 财政拨款 pays, or 一般公共预算 alone. Figures of two bases are no series. */
type Basis = 'all' | 'fiscal' | 'general'

/** A place where a figure of the panel may stand: a standard table, its line (or any total line) and its column. */
export interface Place {
  readonly kind: string
  readonly basis: Basis
  readonly line: string
  readonly columns: readonly string[]
}

const place = (kind: string, basis: Basis, line: string, ...columns: string[]): Place => ({ kind, basis, line, columns })

const ONE = ['budget', 'final', 'total'] as const

/** Tables of income beside expenditure. */
export const OF_BOTH_SIDES: readonly string[] = ['bud.total', 'fin.01']

/** Columns of an account: what came of it, never its budget beside. */
const OUTCOME = ['final', 'total'] as const

/** Where tables of both sides print a total: of all money, or 合计 where nothing tells it from that of the year. */
const totals = (line: 'grand' | 'current'): readonly Place[] =>
  OF_BOTH_SIDES.flatMap(kind => {
    const columns = kind.startsWith('fin.') ? OUTCOME : ONE
    const lines = line === 'grand' ? [line, 'total'] : [line]
    return lines.map(one => place(kind, 'all', one, ...columns))
  })

/** Places of a part of the basic expenditure. */
const placesOfPart = (part: 'personnel' | 'public'): readonly Place[] => [
  ...['bud.expense', 'fin.03'].map(kind => place(kind, 'all', 'total', `basic.${part}`, part)),
  place('bud.total', 'all', 'grand', `basic.${part}`),
  place('bud.fiscal_basic', 'fiscal', 'total', part),
  place('bud.fiscal_expense', 'fiscal', 'total', `basic.${part}`),
  place('bud.gpb_basic', 'general', 'total', part, `current.${part}`),
  ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', `basic.${part}`, `current.basic.${part}`)),
  place('fin.06', 'general', part, 'final', 'total'),
]

/** Places by measure, the widest basis first and the table that is about it before the one that repeats it. */
export const PLACES: Readonly<Record<string, readonly Place[]>> = {
  income: [
    ...totals('grand'),
    place('bud.income', 'all', 'total', 'total'),
    place('bud.fiscal_total', 'fiscal', 'grand', ...ONE),
    place('fin.04', 'fiscal', 'grand', ...OUTCOME),
  ],
  income_of_year: [...totals('current'), place('fin.02', 'all', 'total', 'total')],
  expenditure: [
    ...totals('grand'),
    place('bud.expense', 'all', 'total', 'total'),
    place('bud.fiscal_expense', 'fiscal', 'total', 'total'),
    ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', 'total', 'current.total')),
  ],
  expenditure_of_year: [...totals('current'), place('fin.03', 'all', 'total', 'total')],
  basic: [
    ...['bud.expense', 'fin.03'].map(kind => place(kind, 'all', 'total', 'basic', 'current.basic')),
    place('bud.total', 'all', 'basic', ...ONE),
    place('bud.fiscal_expense', 'fiscal', 'total', 'basic'),
    place('bud.fiscal_basic', 'fiscal', 'total', 'total'),
    ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', 'basic', 'current.basic')),
    place('bud.gpb_basic', 'general', 'total', 'total', 'budget'),
  ],
  project: [
    ...['bud.expense', 'fin.03'].map(kind => place(kind, 'all', 'total', 'project', 'current.project')),
    place('bud.total', 'all', 'grand', 'project'),
    place('bud.total', 'all', 'project', ...ONE),
    place('bud.fiscal_expense', 'fiscal', 'total', 'project'),
    ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', 'project', 'current.project')),
  ],
  personnel: placesOfPart('personnel'),
  public: placesOfPart('public'),
  operations: [
    place('bud.operations', 'general', 'total', 'operations', 'total', 'budget'),
    place('bud.sangong', 'general', 'total', 'operations'),
    place('fin.07', 'general', 'total', 'operations'),
    place('fin.operations', 'general', 'operations', ...OUTCOME),
  ],
  procurement: [
    place('bud.procurement', 'all', 'total', 'total', 'budget'),
    place('bud.expense', 'all', 'total', 'procurement'),
    place('fin.operations', 'all', 'procurement', ...OUTCOME),
  ],
}
