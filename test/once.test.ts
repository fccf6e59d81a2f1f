import { expect, test } from 'vitest'
import { once, onceEach, onceText } from '../src/once.ts'

test('each thing is asked for once, one for which nothing is found as well', () => {
  const asked: unknown[] = []
  const find = (thing: unknown): undefined => void asked.push(thing)
  const [one, two] = [{}, {}]
  const [byKey, byObject, byText] = [once(find), onceEach(find), onceText(find)]
  for (const key of [1, 1, 2]) byKey(key)
  for (const thing of [one, one, two]) byObject(thing)
  for (const text of ['a', 'a', 'b']) byText(text)
  expect(asked).toEqual([1, 2, one, two, 'a', 'b'])
})

test('texts are let go where there are too many', () => {
  let asked = 0
  const length = onceText(text => {
    asked++
    return text.length
  })
  for (let at = 0; at < 5000; at++) length(`${at}`)
  expect(length('0')).toBe(1)
  expect(asked).toBe(5001)
})
