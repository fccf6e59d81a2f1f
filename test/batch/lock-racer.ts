import { withLock } from '../../src/batch/lock.ts'

/** A process that takes the lock of a folder at a given moment, and holds it until it is told of the next one. */
let letGo = (): void => {}

process.on('message', async ({ out, at }: { readonly out: string; readonly at: number }) => {
  letGo()
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  while (Date.now() < at);
  await withLock(out, () => {
    process.send?.('won')
    return held
  }).catch(({ code }) => process.send?.(code))
})
process.send?.('ready')
