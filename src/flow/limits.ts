/** Every hard limit of an assessment, in one place. Reaching one is a clear message and a counted event, never a crash. */
export const LIMITS = {
  /** Characters of a postcode that are looked at. */
  postcode: 60,
  /** Rows in one assessment's log: answers, changes, pauses. */
  entries: 1_500,
  /** Characters in a free-text answer. */
  text: 500,
  /** Questions that one input may walk through (a change replays the whole path). */
  steps: 1_000,
  /** Days without an answer after which an assessment is erased, unless the pack keeps it for less. */
  days: 30,
  /** Bytes of a request body. */
  body: 16_384,
  /** Answers a minute in one assessment: more is a machine, not a person. */
  answersPerMinute: 120,
  /** Assessments begun from one address in an hour. A call centre shares one address. */
  startsPerHour: 600,
  /** Tries of resume codes from one address in an hour. */
  resumesPerHour: 20,
  /** Tries of the editors' key from one address in an hour. */
  keysPerHour: 20,
  /** Clicks to suppliers from one address in an hour that are counted. More are followed, and not counted. */
  clicksPerHour: 60,
  /** Notes that an entry of the directory is wrong, from one address in an hour. */
  notesPerHour: 20,
} as const
