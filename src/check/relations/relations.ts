import type { BudgetTable, Dataset } from '../../budget/dataset.ts'
import type { Check } from '../check.ts'
import type { Identity, Inside, Of } from '../declared/identity.ts'
import { INSIDE } from '../declared/inside.ts'
import { equalCheck } from './equal.ts'
import { goalProjects } from './goal-projects.ts'
import { goalWeights } from './goal-weights.ts'
import { goalCosts, goalLimits, goalShares, goalSums } from './goals.ts'
import { growthChecks } from './said/growth.ts'
import { itemSums } from './said/item-sum.ts'
import { saidChecks, saidClasses } from './said/said.ts'
import { saidAgain } from './said/said-again.ts'
import { changeChecks, completionChecks, sangongChanges } from './said/said-change.ts'
import { saidGoals } from './said/said-goals.ts'
import { saidBefore, saidSangong } from './said/said-sangong.ts'
import { saidItems, saidLists } from './said/said-subjects.ts'
import { shareChecks } from './said/share.ts'
import { statedCounts, statedSums } from './said/stated-sum.ts'
import { directionChecks, emptyChecks, nameChecks, yearChecks } from './said/statements.ts'
import { toldChanges } from './said/told-changes.ts'
import { toldGrowths } from './said/told-growth.ts'
import { toldParts } from './said/told-parts.ts'
import { byCodeChecks } from './sums/by-code.ts'
import { changeSums, repeatedChanges } from './sums/change-sum.ts'
import { formRates } from './sums/form-rate.ts'
import { formLists, formSums, formTotals } from './sums/form-sum.ts'
import { taskParts, taskTotals } from './sums/form-tasks.ts'
import { percentColumns } from './sums/percent-columns.ts'
import { rowSums } from './sums/row-sum.ts'
import { sangongSums } from './sums/sangong-sum.ts'
import { copies, treeSums } from './sums/tree-sum.ts'

/** Kinds of tables that identities of each form name. */
const NAMED = new Map(
  [...Map.groupBy(INSIDE, ({ form }) => form)].map(([form, identities]) => [
    form,
    new Set(identities.flatMap(({ kinds }) => (typeof kinds === 'string' ? [] : kinds))),
  ]),
)

function isAbout({ kinds, form }: Inside, kind: string | null): boolean {
  if (kinds === 'rest') return kind === null || NAMED.get(form)?.has(kind) === false
  return kind !== null && (kinds === 'any' || kinds.includes(kind))
}

/** In every table of the kinds an identity is about. */
const inTables =
  (sums: (identity: string, table: BudgetTable) => Check[]) =>
  (dataset: Dataset, identity: Inside): Check[] =>
    dataset.tables.filter(({ kind }) => isAbout(identity, kind)).flatMap(table => sums(identity.id, table))

/** How an identity of each form is found in a document. */
const FIND: { readonly [Form in Identity['form']]: (dataset: Dataset, identity: Of<Form>) => Check[] } = {
  'row-sum': inTables(rowSums),
  'tree-sum': inTables(treeSums),
  'sangong-sum': inTables(sangongSums),
  copies: inTables(copies),
  percent: inTables(percentColumns),
  equal: equalCheck,
  'by-code': byCodeChecks,
  said: saidChecks,
  'said-class': saidClasses,
  'said-again': saidAgain,
  'said-item': saidItems,
  'item-sum': itemSums,
  'said-list': saidLists,
  'said-sangong': saidSangong,
  'said-name': nameChecks,
  'stated-sum': statedSums,
  'change-sum': changeSums,
  'stated-count': statedCounts,
  'told-parts': toldParts,
  'told-changes': toldChanges,
  share: shareChecks,
  growth: growthChecks,
  direction: directionChecks,
  change: changeChecks,
  completion: completionChecks,
  'sangong-change': sangongChanges,
  'sangong-previous': saidBefore,
  'repeated-change': repeatedChanges,
  'told-growth': toldGrowths,
  year: yearChecks,
  empty: emptyChecks,
  'form-sum': formSums,
  'form-rate': formRates,
  'form-task': taskParts,
  'form-tasks': taskTotals,
  'form-total': formTotals,
  'form-list': formLists,
  'goal-weights': goalWeights,
  'goal-cost': goalCosts,
  'goal-limit': goalLimits,
  'goal-sum': goalSums,
  'goal-share': goalShares,
  'goal-project': goalProjects,
  'said-goals': saidGoals,
}

/** Try an identity wherever a document has its figures. */
export const relationsOf = (dataset: Dataset, identity: Identity): Check[] =>
  (FIND[identity.form] as (dataset: Dataset, identity: Identity) => Check[])(dataset, identity)
