/** A whole and its parts by their labels; where the part that takes in all the rest is named, nothing is left out. */
export interface FormSum {
  readonly whole: RegExp
  readonly parts: readonly RegExp[]
  readonly rest?: RegExp
}

/**
 * Sums that forms of performance goals promise by their labels: a whole and its parts, which stand below it in its column,
 * beside it in its row, or anywhere in the form when their label is there only once.
 */
export const FORM_SUMS: readonly FormSum[] = [
  {
    whole: /^(?:实施期|年度|本年|项目)?(?:预算)?资金(?:申请)?总额$/,
    parts: [/^(?:当年)?财政(?:拨款|资金)$/, /^上年结转(?:资金)?$/, /^(?:其他|单位|自有)资金$/],
    rest: /^(?:其他|单位|自有)资金$/,
  },
  { whole: /^当年预算$/, parts: [/^市级支出$/, /^补助区县$/] },
  {
    whole: /^财政拨款$/,
    parts: [/^一般公共预算(?:资金|拨款)?$/, /^政府性基金(?:预算)?(?:资金|拨款)?$/, /^国有资本经营预算(?:资金|拨款)?$/],
    rest: /^国有资本经营预算(?:资金|拨款)?$/,
  },
]

/** Words of goals that mean the same when goals of the department and of projects are compared. */
export const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/出差/g, '差旅'],
  [/人\/次/g, '人次'],
]

/** Words of goals that say nothing about what is counted. */
export const IDLE_WORDS = /全年|业务|工作|采购|数量|开展|的|份数|次数|单位/g

/** First level of cost goals. */
export const COST_GOAL = /成本/

/** Where 三公 is printed, by measure: the tables of each fund, and the facet of their columns. */
export const SANGONG_TABLES = [
  {
    measure: 'budget',
    facet: '',
    kinds: [
      { kind: 'bud.sangong', fund: 'general' },
      { kind: 'bud.fund_sangong', fund: 'government-fund' },
    ],
  },
  { measure: 'budget', facet: 'budget', kinds: [{ kind: 'fin.07', fund: 'general' }] },
  { measure: 'final', facet: 'final', kinds: [{ kind: 'fin.07', fund: 'general' }] },
] as const
