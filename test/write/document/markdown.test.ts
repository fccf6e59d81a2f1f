import { expect, test } from 'vitest'
import { markdownText } from '../../../src/write/document/reconciliation-text.ts'

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['[点这里](javascript:alert(1))', '\\[点这里\\](javascript&#58;alert(1))'],
  ['![x](https://evil.example/a.png)', '!\\[x\\](https&#58;//evil.example/a.png)'],
  ['www.evil.example a@b.example', 'www&#46;evil.example a&#64;b.example'],
  ['# 标题', '\\# 标题'],
  ['a|b\n\n| c', 'a\\|b \\| c'],
  ['29.50万元 (p.10) -18.00', '29.50万元 (p.10) -18.00'],
])('%j stays text in Markdown', (printed, written) => {
  expect(markdownText(printed)).toBe(written)
})
