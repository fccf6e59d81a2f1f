import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { narrated } from '../../checked.ts'

test('that an amount came down to what it was before contradicts itself in words alone', () => {
  const toldOf = (sentence: string) =>
    checkDataset(narrated([sentence])).findings.map(({ code, severity, verdict }) => [code, severity, verdict])
  expect(toldOf('公务接待费支出决算减少为0.00万元,与2024年持平。')).toEqual([['words-differ', 'info', 'unexplained']])
  expect(toldOf('公务接待费支出决算为0.00万元,与2024年持平。')).toEqual([])
  expect(toldOf('公务接待费支出决算减少为0.40万元,比2024年减少0.60万元,下降60%。')).toEqual([])
})
