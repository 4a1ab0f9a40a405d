import { readFile } from 'node:fs/promises'

/** A file that `npm run build` laid beside the program. From here and from the built program the way is the same. */
export const readBuilt = (name: string): Promise<Buffer> => readFile(new URL(`../build/${name}`, import.meta.url))
