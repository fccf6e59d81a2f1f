import type { Dataset } from '../../src/budget/dataset.ts'
import { proseFacts } from '../../src/budget/prose/facts.ts'
import { readBudget } from '../../src/budget/read-budget.ts'
import type { Check, Checked } from '../../src/check/check.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import type { Identity } from '../../src/check/declared/identity.ts'
import { IDENTITIES } from '../../src/check/identities.ts'
import { relationsOf } from '../../src/check/relations/relations.ts'
import type { Table } from '../../src/table/table.ts'
import { paragraph } from '../budget/paragraph.ts'

/** A document of these tables alone, checked. */
export const checkedTables = (...tables: readonly Table[]): Checked => checkDataset(readBudget(tables, []))

/** A narrative, a paragraph a sentence, beside these tables. */
export const narrated = (sentences: readonly string[], tables: readonly Table[] = []): Dataset => ({
  ...readBudget(tables, []),
  prose: proseFacts(sentences.map(sentence => paragraph(sentence))),
})

/** The verdicts on what is broken. */
const brokenIn = ({ checks }: Checked): string[] =>
  checks.flatMap(({ outcome, verdict }) => (outcome === 'broken' ? [verdict] : []))

/** The verdicts on what is broken in a document of these tables alone. */
export const verdictsOn = (...tables: readonly Table[]): string[] => brokenIn(checkedTables(...tables))

/** The verdicts on what is broken in a narrative alone. */
export const verdictsSaid = (...sentences: readonly string[]): string[] => brokenIn(checkDataset(narrated(sentences)))

/** The checks of the identities of a form. */
export const checksOf = (form: Identity['form'], dataset: Dataset): Check[] =>
  IDENTITIES.filter(identity => identity.form === form).flatMap(identity => relationsOf(dataset, identity))

/** How the identities of a form come out on a narrative, beside these tables. */
export const outcomesOf = (form: Identity['form'], sentences: readonly string[], tables: readonly Table[] = []): string[] =>
  checksOf(form, narrated(sentences, tables)).map(({ outcome }) => outcome)
