import { INCOME } from './entry.ts'

/**
 * Columns that add up to the 合计 of their row. A row is tried with each family of which at least two members are there;
 * a member that contains others (基本支出 contains 人员经费 and 公用经费) takes their place.
 */
export const FAMILIES: readonly (readonly string[])[] = [
  ['basic', 'project', 'reserve', 'upward', 'operating', 'subsidy', 'personnel', 'public'],
  ['current', 'income', 'carry', 'advance'],
  [...INCOME, 'insurance', 'own', 'balance', 'current', 'refund', 'cash'],
  ['taxRefund', 'generalTransfer', 'specialTransfer'],
  ['generalDebt', 'specialDebt'],
  [
    ...['employeePension', 'residentPension', 'officePension', 'employeeMedical', 'residentMedical'],
    ...['injury', 'unemployment', 'maternity'],
  ],
  ['sangong', 'abroad', 'vehicles', 'purchase', 'running', 'reception'],
  ['sangong', 'meeting', 'training'],
]

/** Containers and what they contain when both are columns side by side. */
export const CONTAINERS: Readonly<Record<string, readonly string[]>> = {
  basic: ['personnel', 'public'],
  fiscal: ['gpb', 'fund', 'soe'],
  own: ['business', 'operatingIncome', 'superior', 'affiliated', 'other'],
  vehicles: ['purchase', 'running'],
  sangong: ['abroad', 'vehicles', 'reception'],
}

/** Columns of what is counted in another column too, and with others makes up no whole: what small firms get is part of what small and medium ones get, and what is left once something is taken off is part of the whole. */
export const OF_WHICH: ReadonlySet<string> = new Set(['reserved', 'reservedSmall', 'net'])
