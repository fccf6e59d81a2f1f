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

/** Places of a part of the basic expenditure. */
const placesOfPart = (part: 'personnel' | 'public'): readonly Place[] => [
  ...['bud.expense', 'fin.03'].map(kind => place(kind, 'all', 'total', `basic.${part}`, part)),
  place('bud.total', 'all', 'grand', `basic.${part}`),
  place('bud.fiscal_basic', 'fiscal', 'total', part),
  place('bud.fiscal_expense', 'fiscal', 'total', `basic.${part}`),
  place('bud.gpb_basic', 'general', 'total', part),
  ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', `basic.${part}`)),
  place('fin.06', 'general', part, 'final', 'total'),
]

/** Places by measure, the widest basis first and the table that is about it before the one that repeats it. */
export const PLACES: Readonly<Record<string, readonly Place[]>> = {
  income: [
    place('bud.income', 'all', 'total', 'total'),
    place('fin.02', 'all', 'total', 'total'),
    ...['bud.total', 'fin.01'].map(kind => place(kind, 'all', 'grand', ...ONE)),
    ...['bud.fiscal_total', 'fin.04'].map(kind => place(kind, 'fiscal', 'grand', ...ONE)),
  ],
  expenditure: [
    place('bud.expense', 'all', 'total', 'total'),
    place('fin.03', 'all', 'total', 'total'),
    ...['bud.total', 'fin.01'].map(kind => place(kind, 'all', 'grand', ...ONE)),
    place('bud.fiscal_expense', 'fiscal', 'total', 'total'),
    ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', 'total', 'current.total')),
  ],
  basic: [
    ...['bud.expense', 'fin.03'].map(kind => place(kind, 'all', 'total', 'basic', 'current.basic')),
    place('bud.fiscal_expense', 'fiscal', 'total', 'basic'),
    place('bud.fiscal_basic', 'fiscal', 'total', 'total'),
    ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', 'basic', 'current.basic')),
    place('bud.gpb_basic', 'general', 'total', 'total', 'budget'),
  ],
  project: [
    ...['bud.expense', 'fin.03'].map(kind => place(kind, 'all', 'total', 'project', 'current.project')),
    place('bud.total', 'all', 'grand', 'project'),
    place('bud.fiscal_expense', 'fiscal', 'total', 'project'),
    ...['bud.gpb', 'fin.05'].map(kind => place(kind, 'general', 'total', 'project', 'current.project')),
  ],
  personnel: placesOfPart('personnel'),
  public: placesOfPart('public'),
}
