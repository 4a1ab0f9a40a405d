import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

/** Say an interface message with its arguments, in one locale. */
export type Say = (message: string, args?: Record<string, FluentVariable>) => string

/**
 * The interface strings of a locale, from Fluent source. A missing message is a fault of the build
 * (`handrail check` looks for it), so it throws rather than show an id to a resident.
 */
export function speaker(locale: string, source: string): Say {
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const faults = bundle.addResource(new FluentResource(source))
  if (faults.length > 0) throw new Error(`interface strings: ${faults[0]!.message}`)
  return (message, args) => {
    const found = bundle.getMessage(message)
    if (!found?.value) throw new Error(`no interface string "${message}"`)
    return bundle.formatPattern(found.value, args ?? null)
  }
}
