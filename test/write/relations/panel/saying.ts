import { proseFacts } from '../../../../src/budget/prose/facts.ts'
import { readBudget } from '../../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import type { DocumentJson } from '../../../../src/write/document/document.ts'
import { toDocument } from '../../../../src/write/document/to-document.ts'
import { paragraph } from '../../../budget/paragraph.ts'

const OFFICE = { department: '云泽县水利局', scope: 'department', fiscalYear: 2024, kind: 'budget' } as const

/** A document that says what it says, a paragraph each. */
export function saying(lines: readonly string[], office: Partial<DocumentJson['document']> = {}): DocumentJson {
  const text = lines.map(line => paragraph(line.replaceAll('，', ',').replaceAll('：', ':').replaceAll('；', ';')))
  const dataset = { ...readBudget([], []), prose: proseFacts(text) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const document = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  return { ...document, document: { ...document.document, ...OFFICE, ...office } }
}
