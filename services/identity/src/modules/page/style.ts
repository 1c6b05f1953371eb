/** The look of portal.md 「静かな居間」, small enough to be its own file. */
export const pageStyle = `
:root { font-size: 18px; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f7f5f1; color: #1a1a1a; line-height: 1.7; word-break: auto-phrase;
  font-family: "BIZ UDPGothic", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans JP", "Noto Sans CJK JP", sans-serif; }
main { width: 100%; max-width: 30rem; margin: 0 auto; padding: 24px 16px 48px; }
.brand { font-size: 20px; font-weight: 700; margin: 0 0 24px; }
.card { background: #fff; border: 1px solid #d8d4cc; border-radius: 12px; padding: 24px; }
h1 { font-size: 28px; line-height: 1.4; margin: 0 0 8px; }
p { margin: 0 0 16px; }
form { margin: 24px 0 0; }
.field { margin: 0 0 24px; }
label { display: block; font-weight: 700; }
.required { font-weight: 400; font-size: 16px; color: #a90000; margin-inline-start: 8px; }
.help { font-size: 16px; color: #4d4d4d; margin: 0 0 8px; }
.error { font-size: 16px; font-weight: 700; color: #a90000; margin: 0 0 8px; }
.notice { border: 2px solid #a90000; border-radius: 8px; padding: 12px 16px; margin: 16px 0 0; color: #a90000; font-weight: 700; }
input { display: block; width: 100%; min-height: 56px; padding: 8px 16px; font: inherit; font-size: 20px; color: inherit;
  background: #fff; border: 1px solid #767676; border-radius: 8px; }
input[aria-invalid="true"] { border: 2px solid #a90000; }
.code { font-size: 28px; letter-spacing: .2em; font-variant-numeric: tabular-nums; }
button, .button { display: inline-flex; align-items: center; justify-content: center; width: 100%; min-height: 56px; padding: 8px 24px;
  font: inherit; font-weight: 700; color: #fff; background: #006173; border: 2px solid #006173; border-radius: 8px; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { background: #004f5e; }
.status { border: 2px solid #115a36; border-radius: 8px; padding: 12px 16px; margin: 16px 0; color: #115a36; font-weight: 700; }
a { color: #006173; }
[hidden] { display: none; }
h2 { font-size: 22px; line-height: 1.4; margin: 48px 0 8px; }
h3 { font-size: 18px; line-height: 1.4; margin: 0 0 4px; }
.list { list-style: none; margin: 16px 0 0; padding: 0; }
.list > li { border-top: 1px solid #d8d4cc; padding: 16px 0; }
.list form { margin: 12px 0 0; }
.list p { margin: 0 0 4px; }
.secret { font-size: 20px; letter-spacing: .1em; word-break: break-all; font-variant-numeric: tabular-nums; }
.qr { display: block; width: 100%; max-width: 240px; height: auto; margin: 16px auto; background: #fff; }
.danger { color: #a90000; background: #fff; border-color: #a90000; }
.danger:hover { background: #fdeeee; }
.aside { margin: 24px 0 0; }
.quiet { color: #006173; background: #fff; margin-top: 16px; }
.quiet:hover { background: #e6eff1; }
.progress { font-size: 16px; font-weight: 700; color: #4d4d4d; margin: 0 0 8px; }
.bar { display: flex; gap: 6px; margin: 0 0 16px; }
.bar span { flex: 1; height: 8px; border-radius: 4px; background: #d8d4cc; }
.bar .past { background: #006173; }
.check { display: flex; gap: 12px; align-items: flex-start; border-top: 1px solid #d8d4cc; padding: 16px 0; }
.check input { flex: none; width: 28px; height: 28px; min-height: 0; margin: 2px 0 0; padding: 0; accent-color: #006173; }
.check label { font-weight: 400; }
.check:has([aria-invalid="true"]) { border-inline-start: 4px solid #a90000; padding-inline-start: 12px; }
fieldset { border: 0; margin: 0 0 24px; padding: 0; min-width: 0; }
legend { font-weight: 700; padding: 0; margin: 0 0 8px; }
.check + button, button.quiet + .button { margin-top: 16px; }
.codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 4px 24px; margin: 0; padding-inline-start: 2rem;
  font-size: 22px; letter-spacing: .1em; font-variant-numeric: tabular-nums; }
.sheet { border: 1px solid #d8d4cc; border-radius: 8px; padding: 16px; margin: 0 0 16px; }
@media print { body { background: #fff; } .card { border: 0; padding: 0; } .bar, .progress, form, button, .button { display: none; } }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
@media (min-width: 48rem) { main { padding-top: 72px; } .card { padding: 40px; } }
@media (forced-colors: active) { .card, button, .button, input, .notice, .status, .sheet, .bar span { border: 1px solid; } }
`;
