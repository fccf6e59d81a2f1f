import type { Dataset } from '../budget/dataset.ts'
import type { Check } from './check.ts'
import { itemChecks, linkedChecks, partListChecks } from './prose-checks.ts'
import { growthChecks, shareChecks } from './ratio-checks.ts'
import { bracketChecks, countChecks, lastYearChecks, partitionChecks, sangongChecks } from './sum-checks.ts'
import { directionChecks, emptyChecks, nameChecks, yearChecks } from './word-checks.ts'

/** Every identity between the narrative and the tables, and inside the narrative. */
export const narrativeChecks = (dataset: Dataset): Check[] => [
  ...linkedChecks(dataset),
  ...itemChecks(dataset),
  ...partListChecks(dataset),
  ...sangongChecks(dataset),
  ...partitionChecks(dataset),
  ...countChecks(dataset),
  ...bracketChecks(dataset),
  ...lastYearChecks(dataset),
  ...shareChecks(dataset.prose),
  ...growthChecks(dataset.prose),
  ...yearChecks(dataset),
  ...emptyChecks(dataset),
  ...nameChecks(dataset),
  ...directionChecks(dataset),
]
