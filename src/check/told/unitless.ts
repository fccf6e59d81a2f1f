import type { Dataset } from '../../budget/dataset.ts'
import { UNITLESS } from '../../budget/prose/prose.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import { CODES } from '../finding-codes.ts'
import { textsQuoted } from './quoted.ts'

/** Amounts of the narrative behind which no unit is printed, or 万 alone, once a document: they are told nowhere else. */
export function unitlessFindings({ prose }: Dataset): Finding[] {
  const told = prose.filter(({ kind, label }) => kind === 'statement' && label === UNITLESS)
  const [first] = told
  if (!first) return []
  const { zh, en } = textsQuoted(told.map(fact => [fact.text, [fact]]))
  return [
    findingFrom({
      ...{ code: 'unit-missing', severity: CODES['unit-missing'], page: first.page, box: first.box, actual: first.text },
      zh: `说明中有金额未印单位或只印“万”，未读作金额：${zh}。`,
      en: `the narrative prints amounts without a unit, or with 万 alone, which are not read as amounts: ${en}.`,
    }),
  ]
}
