/** The look of the page: a chat that is readable on a phone, and at 400 %. */
export const STYLE = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { max-width: 42rem; margin: 0 auto; padding: 0 1rem 4rem; font: 1.125rem/1.5 system-ui, sans-serif; }
h1 { margin: 1rem 0 0; font-size: 1.5rem; }
h2 { font-size: 1.125rem; }
h3 { margin: 0; font-size: 0.875rem; font-weight: 600; opacity: 0.8; }
header p { margin-top: 0.25rem; }
.chat { margin: 0; padding: 0; list-style: none; }
.chat li { margin: 0 0 1rem; padding: 0.5rem 0.75rem; border: 1px solid #7a8794; border-radius: 0.75rem; }
.chat li.person { margin-left: 3rem; border-color: #1a65a6; border-width: 2px; }
.chat li:focus { outline: 3px solid #1a65a6; outline-offset: 2px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.row { display: flex; gap: 0.5rem; margin-top: 0.5rem; }
.row form, .row .button, .row input { flex: 1; min-width: 0; }
button, .button { width: 100%; min-height: 2.75rem; padding: 0.375rem 0.75rem; font: inherit; text-align: center;
  color: CanvasText; background: Canvas; border: 2px solid #1a65a6; border-radius: 0.5rem; cursor: pointer; }
button:hover, .button:hover { text-decoration: underline; }
button:focus-visible, .button:focus-visible, input:focus-visible { outline: 3px solid #1a65a6; outline-offset: 2px; }
.say { position: sticky; bottom: 0; padding: 0.75rem 0; background: Canvas; border-top: 1px solid #7a8794; }
.say { display: flex; gap: 0.5rem; align-items: end; }
.say label { flex: 1; min-width: 0; font-weight: 600; }
.say input { display: block; width: 100%; }
.say button { width: auto; }
input { min-height: 2.75rem; padding: 0.375rem 0.75rem; font: inherit; border: 2px solid #7a8794; border-radius: 0.5rem; }
.menu { display: grid; gap: 0.5rem; margin-bottom: 0.5rem; }
.menu button { text-align: left; }
.menu span { opacity: 0.8; }
.toast { display: block; padding: 0.5rem 0.75rem; border: 3px solid #1a65a6; border-radius: 0.5rem; font-weight: 600; }
.chat li, h2 { scroll-margin-top: 1rem; scroll-margin-bottom: 7rem; }
@media (forced-colors: active) { .chat li.person { border-style: dashed; } }
`
