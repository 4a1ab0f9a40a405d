/** A file as its text. Imported as JSON, the whole content would become a type. */
declare module '*?raw' {
  const text: string
  export default text
}
