import type * as z from 'zod'
import type { Method } from '../methods.ts'
import type { Office } from '../office.ts'

/** A method whose `run` gets what its parameters say. */
export const define = <T>(
  parameters: z.ZodType<T>,
  run: (office: Office, parameters: T, gone: AbortSignal) => unknown,
): Method => ({ parameters, run: run as Method['run'] })
