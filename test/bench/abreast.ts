/** Do all of the work in its order, at most `width` pieces of it at a time. */
export async function abreast<T>(width: number, work: Iterable<T>, each: (one: T) => Promise<void>): Promise<void> {
  const left = [...work].values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const one of left) await each(one)
    }),
  )
}
