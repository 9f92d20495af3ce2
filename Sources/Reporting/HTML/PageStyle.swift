/// How all pages look, by day and by night and on paper; a page adds what it alone has.
enum PageStyle {
    static let common = """
        :root { --ink: #1c1f24; --paper: #ffffff; --dim: #5b6470; --line: #d8dde3; --box: #f5f7f9;
          --good: #1a7f37; --bad: #c0262d; --open: #8a5a00; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e8eb; --paper: #15181c; --dim: #9aa4b0; --line: #343b44; --box: #1e2329;
            --good: #4cc26a; --bad: #ff7b7b; --open: #e0b050; }
        }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin: 0 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
        .healthy b, .proven b { color: var(--good); } .problem b { color: var(--bad); }
        .undecided b, .open b { color: var(--open); }
        small, .effort, .field { color: var(--dim); font-weight: normal; }
        article { background: var(--box); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
        code { font: .9em ui-monospace, monospace; } h2 code { color: var(--dim); font-weight: normal; }
        pre { overflow-x: auto; margin: .25rem 0 .5rem; padding: .5rem; border-left: 3px solid var(--bad); background: var(--paper); }
        mark { background: none; color: var(--bad); text-decoration: underline wavy; text-underline-offset: .2em; }
        ul.for { list-style: "+ "; } ul.against { list-style: "− "; } p, ul, ol { margin: .25rem 0; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th { overflow-wrap: normal; }
        th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .3rem .5rem; }
        @media print { body { font-size: 10pt; background: none; color: #000; } article { break-inside: avoid; border-color: #999; } }
        """
}
