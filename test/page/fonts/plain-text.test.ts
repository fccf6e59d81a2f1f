import { expect, test } from 'vitest'
import { plainText } from '../../../src/page/fonts/plain-text.ts'

test.each([
  ['⼊⺠⻋⻝⼾', '入民车食户'],
  ['戶', '戶'],
  ['⸺', '——'],
  ['⋯⋯', '……'],
  ['（２０２３）', '（２０２３）'],
  ['ﬁ', 'fi'],
  ['\u00A0\u3000', '  '],
  ['a\u200Bb', 'ab'],
  ['\u00AD13․80', '-13.80'],
  ['‑1﹐234﹒50', '-1,234.50'],
  ['︵一︶', '（一）'],
  ['豈', '豈'],
])('%s is read as %s', (printed, read) => {
  expect(plainText(printed)).toBe(read)
})
