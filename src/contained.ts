import { BudgetError, reasonOf } from './errors.ts'
import { type Finding, findingFrom } from './finding.ts'

/** What a step works on, as far as it is known: told where the step fails. */
export interface Scope {
  /** Stage of the pipeline, and the part of it where that tells more: `grid`, `check F3`. */
  readonly stage: string
  readonly page?: number
  readonly table?: string
}

/** What a step gave, and what was lost by mistakes of ours in it. */
export interface Contained<T> {
  readonly value: T
  readonly faults: readonly Finding[]
}

/** The code of a mistake of ours: a step that failed, a contract between stages that was broken. */
export const INTERNAL_FAULT = 'internal-fault'

/**
 * Do a step so that its failure costs nothing else: `instead` stands for what it would have given, and a finding tells.
 * A BudgetError passes: that is the fault of the file or of the caller, and means the whole document.
 */
export function contained<T>(scope: Scope, step: () => T, instead: T): Contained<T> {
  try {
    return { value: step(), faults: [] }
  } catch (error) {
    return { value: instead, faults: [faultOf(scope, error)] }
  }
}

/** The same for a step that takes its time. */
export async function containedLater<T>(scope: Scope, step: () => Promise<T>, instead: T): Promise<Contained<T>> {
  try {
    return { value: await step(), faults: [] }
  } catch (error) {
    return { value: instead, faults: [faultOf(scope, error)] }
  }
}

/** Do a step for each item, what they give one after the other; an item that fails gives nothing. */
export function containedEach<Item, T>(
  items: readonly Item[],
  scopeOf: (item: Item) => Scope,
  step: (item: Item) => readonly T[],
): Contained<T[]> {
  const all = items.map(item => contained(scopeOf(item), () => step(item), []))
  return { value: all.flatMap(({ value }) => value), faults: all.flatMap(({ faults }) => faults) }
}

/**
 * Do one step over all items together; an item with which it fails is left out and told. Finds such an item by halving:
 * the step succeeds with the items before it and fails with it. Throws what the step throws for no items at all.
 */
export function containedTogether<Item, T>(
  items: readonly Item[],
  scopeOf: (item: Item) => Scope,
  step: (items: readonly Item[]) => T,
): Contained<T> {
  const tried = (count: number): Contained<T | null> => contained({ stage: '' }, () => step(items.slice(0, count)), null)
  if (items.length === 0) return { value: step([]), faults: [] }
  const whole = tried(items.length)
  if (whole.value !== null) return { value: whole.value, faults: [] }
  let [fine, fails] = [0, items.length]
  while (fails - fine > 1) {
    const middle = (fine + fails) >> 1
    if (tried(middle).value === null) fails = middle
    else fine = middle
  }
  const culprit = items[fine]
  const told = culprit && contained<T | null>(scopeOf(culprit), () => step(items.slice(0, fails)), null)
  const rest = containedTogether(
    items.filter((_, index) => index !== fine),
    scopeOf,
    step,
  )
  return { value: rest.value, faults: [...(told?.faults ?? []), ...rest.faults] }
}

/** The finding of a step that failed; a BudgetError is thrown on. */
function faultOf({ stage, page, table }: Scope, error: unknown): Finding {
  if (error instanceof BudgetError) throw error
  const at =
    table === undefined
      ? page === undefined
        ? { zh: '文件', en: 'the document' }
        : { zh: `第${page}页`, en: `page ${page}` }
      : { zh: `表 ${table} `, en: `table ${table}` }
  return faultFinding(
    { page: page ?? null, table: table ?? null, verdict: 'extraction-suspect' },
    {
      zh: `程序内部错误，${at.zh}的“${stage}”步骤未完成：${reasonOf(error)}`,
      en: `our mistake: ${stage} of ${at.en} was not done: ${reasonOf(error)}`,
    },
  )
}

/** A finding of a mistake of ours; what it is about, and what to say. */
export const faultFinding = (
  about: Pick<Finding, 'page' | 'table' | 'verdict'> & Partial<Pick<Finding, 'cells'>>,
  message: Finding['message'],
): Finding => findingFrom({ code: INTERNAL_FAULT, severity: 'error', ...about, message })
