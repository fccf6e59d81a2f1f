import { expect, test } from 'vitest'
import type { Dataset } from '../../src/budget/dataset.ts'
import { proseFacts } from '../../src/budget/prose-facts.ts'
import { IDENTITIES } from '../../src/check/identities.ts'
import { relationsOf } from '../../src/check/relations/relations.ts'
import { paragraph } from '../budget/paragraph.ts'

/** How the shares of a sentence come out. */
function sharesIn(sentence: string) {
  const dataset = { prose: proseFacts([paragraph(sentence)]) } as unknown as Dataset
  return IDENTITIES.filter(({ form }) => form === 'share')
    .flatMap(identity => relationsOf(dataset, identity))
    .map(({ outcome }) => outcome)
}

test('a share that rounds to nothing, or to one step, sets no bound to the whole it is of', () => {
  const nothing = '财政拨款收入6000.00万元,占60.00%;事业收入3999.94万元,占40.00%;其他收入0.06万元,占0.00%。'
  const oneStep = '财政拨款收入6000.00万元,占60.00%;事业收入3999.40万元,占39.99%;其他收入0.60万元,占0.01%。'
  expect(sharesIn(nothing)).toEqual(['holds', 'holds', 'holds'])
  expect(sharesIn(oneStep)).toEqual(['holds', 'holds', 'holds'])
})
