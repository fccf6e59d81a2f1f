/** Put a value behind all others, as the one that was used last, and let go of those used before the last `most`: their keys. */
export function lastUsed<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): string[] {
  kept.delete(key)
  kept.set(key, value)
  const old = [...kept.keys()].slice(0, -most)
  for (const one of old) kept.delete(one)
  return old
}
